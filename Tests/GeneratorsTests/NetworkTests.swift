import GeneratorTestKit
import Pictures
import Study
import Tensors
import Testing

@testable import Generators
@testable import Networks

@Suite("The paper's networks")
struct NetworkTests {
    @Test("the networks have as many weights as PyTorch's DCGAN example has")
    func weightCounts() {
        let generator = ParameterCollector("generator", seed: 1, network: 0)
        _ = DCGANGenerator(generator, DCGANSettings(size: 64, latent: 100, width: 64, upsampling: .strided))
        #expect(generator.weights.reduce(0) { $0 + $1.parameter.count } == 3_576_704)
        let discriminator = ParameterCollector("discriminator", seed: 1, network: 1)
        _ = Discriminator(discriminator, size: 64, width: 64)
        #expect(discriminator.weights.reduce(0) { $0 + $1.parameter.count } == 2_765_568)
    }

    @Test("a DCGAN of any size gives images of that size and one logit each", arguments: [8, 16, 32, 64, 128, 256])
    func sizes(size: Int) async throws {
        try await TensorThread.run {
            for upsampling in Upsampling.allCases {
                let network = try ImageNetwork(
                    Examples.dcgan(size: size, width: 1, upsampling: upsampling), on: .cpu)
                let images = try network.images(of: Tensor(filled: 0.5, shape: [2, 4]), stages: 1)
                #expect(images.shape == [2, 3, size, size])
                let collector = ParameterCollector("discriminator", seed: 1, network: 1)
                let discriminator = Discriminator(collector, size: size, width: 1)
                let store = try ParameterStore(collector, on: .cpu)
                #expect(try withExtendedLifetime(store) { try discriminator(images).shape } == [2, 1])
            }
        }
    }

    @Test("every stage doubles the image of the one before, from 8 to 128")
    func stages() async throws {
        try await TensorThread.run {
            let settings = MultistageSettings(sizes: [8, 16, 32, 64, 128], latent: 4, width: 1, residualBlocks: 1)
            let network = try ImageNetwork(
                NetworkSettings(name: "stages", architecture: .multistage(settings)), on: .cpu)
            for stage in 1...5 {
                let images = try network.images(of: Tensor(filled: 0.5, shape: [2, 4]), stages: stage)
                #expect(images.shape == [2, 3, 4 << stage, 4 << stage])
            }
        }
    }

    @Test("stage II from 64 to 128 has 256 channels on a 16x16 grid, as the paper's source has")
    func stageTwo() {
        let collector = ParameterCollector("g", seed: 1, network: 0)
        _ = StageGenerator(collector, from: 64, width: 64, residualBlocks: 2, upsampling: .nearest)
        let weights = collector.weights.map(\.parameter).filter { $0.shape.count == 4 }
        #expect(
            weights.map { "\($0.name) \($0.shape)" } == [
                "g.input.weight [64, 3, 3, 3]", "g.down1.convolution.weight [128, 64, 4, 4]",
                "g.down2.convolution.weight [256, 128, 4, 4]", "g.residual1.convolution1.weight [256, 256, 3, 3]",
                "g.residual1.convolution2.weight [256, 256, 3, 3]",
                "g.residual2.convolution1.weight [256, 256, 3, 3]",
                "g.residual2.convolution2.weight [256, 256, 3, 3]",
                "g.up1.convolution.weight [128, 256, 3, 3]", "g.up2.convolution.weight [64, 128, 3, 3]",
                "g.image.weight [3, 64, 3, 3]",
            ])
    }

    @Test("an untrained super-resolution network gives the bicubic image back, to the level")
    func identity() async throws {
        try await TensorThread.run {
            let network = try ImageNetwork(Examples.srcnn(size: 32), on: .cpu)
            let small = (0..<3).map { Examples.edge(size: 16, seed: 3, index: $0) }
            #expect(try network.pictures(enlarging: small) == small.map { $0.resized(32) })
        }
    }

    @Test(
        "settings that describe no network are named with what they may be",
        arguments: [
            (Examples.dcgan(size: 48), "size is 48; it must be 8, 16, 32, 64, 128 or 256"),
            (Examples.dcgan(batch: 1), "batch is 1; it must be at least 2"),
            (Examples.dcgan(width: 0), "width is 0; it must be 1 to 1024"),
            (Examples.dcgan(learningRate: .nan), "learning_rate is nan; it must be above 0"),
            (
                NetworkSettings(name: "s", architecture: .multistage(MultistageSettings(sizes: [16, 64]))),
                "sizes is [16, 64]; it must be sizes that each are twice the one before"
            ),
            (
                NetworkSettings(name: "s", architecture: .srcnn(SRCNNSettings(kernels: [9, 2, 5]))),
                "kernels is [9, 2, 5]; it must be three odd numbers"
            ),
            (
                NetworkSettings(name: "s", architecture: .srcnn(SRCNNSettings(size: 128, factor: 3))),
                "factor is 3; it must be at least 2, and divide the size 128"
            ),
        ])
    func badSettings(settings: NetworkSettings, message: String) {
        let error = #expect(throws: GeneratorError.self) { try settings.check() }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
