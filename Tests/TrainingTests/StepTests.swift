import Foundation
import GeneratorTestKit
import Networks
import Study
import TensorTestKit
import Tensors
import Testing

@testable import Generators
@testable import Training

@Suite("Training steps")
struct StepTests {
    @Test(
        "whole steps of a DCGAN are PyTorch's: losses, weights, running statistics, images",
        arguments: Upsampling.allCases)
    func dcgan(upsampling: Upsampling) async throws {
        try await TensorThread.run {
            let fixture = try Fixture("dcgan-\(upsampling.rawValue)")
            let settings = NetworkSettings(
                name: "g", architecture: .dcgan(DCGANSettings(size: 16, latent: 5, width: 3, upsampling: upsampling)),
                batch: 4)
            let network = try ImageNetwork(settings, on: .cpu)
            let stage = try AdversarialStage(
                0, of: network, width: 3, photographs: Examples.edges(size: 16, count: 4))
            try expectSteps(stage, fixture, steps: 3)
            let images = try network.images(of: fixture.tensor("input.0"), stages: 1)
            #expect(try relativeError(images.floats(), fixture.floats("images")) < 1e-3)
        }
    }

    @Test("a step of a second stage is PyTorch's")
    func secondStage() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("stage")
            let settings = NetworkSettings(
                name: "s", architecture: .multistage(MultistageSettings(sizes: [32, 64], latent: 3, width: 2)), batch: 2
            )
            let network = try ImageNetwork(settings, on: .cpu)
            let stage = try AdversarialStage(
                1, of: network, width: 1, photographs: Examples.edges(size: 64, count: 2))
            try expectSteps(stage, fixture, steps: 1)
        }
    }

    @Test("steps of a super-resolution network are PyTorch's")
    func superResolution() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("srcnn")
            let settings = SRCNNSettings(size: 12, factor: 2, kernels: [5, 1, 3], maps: [6, 4])
            let network = try ImageNetwork(
                NetworkSettings(name: "e", architecture: .srcnn(settings), batch: 2), on: .cpu)
            let stage = try SuperResolutionStage(
                network, settings, photographs: Examples.edges(size: 12, count: 2))
            try network.stores[0].state.load(from: fixture.all("before."))
            for step in 0..<3 {
                let losses = try stage.step(
                    enlarged: fixture.tensor("input.\(step)"), whole: fixture.tensor("photographs.\(step)"))
                #expect(abs(Float(losses[0]) - (try fixture.floats("losses"))[step]) < 1e-6)
            }
            try expectState(network.stores, fixture, tolerance: 1e-5)
        }
    }

    @Test("the losses told are those of the definition: cross-entropies of the discriminator's logits")
    func lossesByHand() async throws {
        try await TensorThread.run {
            let fixture = try Fixture("dcgan-nearest")
            let settings = NetworkSettings(
                name: "g", architecture: .dcgan(DCGANSettings(size: 16, latent: 5, width: 3)), batch: 4)
            let network = try ImageNetwork(settings, on: .cpu)
            let stage = try AdversarialStage(
                0, of: network, width: 3, photographs: Examples.edges(size: 16, count: 4))
            guard case .generators(let generators, _) = network.layers else { return }
            let input = try fixture.tensor("input.0")
            let real = try fixture.tensor("photographs.0")
            let images = try generators[0](input, training: true)
            func softplus(_ x: Float) -> Double { Double(max(x, 0)) + log1p(exp(-Double(abs(x)))) }
            func mean(_ logits: Tensor, sign: Float) throws -> Double {
                try logits.floats().reduce(0) { $0 + softplus(sign * $1) } / 4
            }
            let discriminatorLoss =
                try mean(stage.discriminator(real), sign: -1) + mean(stage.discriminator(images), sign: 1)
            let losses = try stage.step(real: real, input: input)
            // The generator's loss is told by the discriminator after its step.
            let generatorLoss = try mean(stage.discriminator(images), sign: -1)
            #expect(abs(losses[0] - discriminatorLoss) < 1e-5)
            #expect(abs(losses[1] - generatorLoss) < 1e-5)
        }
    }

    @Test("leaving out the gradients by the discriminator's weights does not change the generator's")
    func frozenDiscriminator() async throws {
        try await TensorThread.run {
            func gradients(alsoByDiscriminator: Bool) throws -> (generator: [Float], discriminator: [Float]) {
                let network = try ImageNetwork(Examples.dcgan(size: 16), on: .cpu)
                guard case .generators(let generators, _) = network.layers else { return ([], []) }
                let collector = ParameterCollector("discriminator", seed: 1, network: 1)
                let discriminator = Discriminator(collector, size: 16, width: 4)
                let opponent = try ParameterStore(collector, on: .cpu)
                try withGradients {
                    let latents = try Tensor((0..<16).map { Float($0) / 16 - 0.5 }, shape: [4, 4])
                    let loss = try AdversarialLoss.generator(
                        discriminator(generators[0](latents, training: true)))
                    let leaves = network.stores[0].leaves + (alsoByDiscriminator ? opponent.leaves : [])
                    try loss.backward(to: leaves)
                }
                return (try network.stores[0].gradients.floats(), try opponent.gradients.floats())
            }
            let frozen = try gradients(alsoByDiscriminator: false)
            let full = try gradients(alsoByDiscriminator: true)
            #expect(frozen.generator == full.generator)
            #expect(frozen.generator.contains { $0 != 0 })
            #expect(frozen.discriminator.allSatisfy { $0 == 0 })
            #expect(full.discriminator.contains { $0 != 0 })
        }
    }

    private func expectSteps(_ stage: AdversarialStage, _ fixture: Fixture, steps: Int) throws {
        let stores = stage.optimisers.map(\.parameters)
        for store in stores { try store.state.load(from: fixture.all("before.")) }
        let losses = try fixture.floats("losses")
        for step in 0..<steps {
            let found = try stage.step(
                real: fixture.tensor("photographs.\(step)"), input: fixture.tensor("input.\(step)"))
            #expect(abs(Float(found[0]) - losses[2 * step]) < 1e-4)
            #expect(abs(Float(found[1]) - losses[2 * step + 1]) < 1e-4)
            if step == 0 {
                let gradient = try stores[0].weights.flatMap { try $0.tensor.gradient()?.floats() ?? [] }
                #expect(try relativeError(gradient, fixture.floats("gradient.generator")) < 1e-3)
            }
        }
        // Adam moves a weight by about 2e-4 a step whatever the size of its gradient: noise of a gradient near zero
        // shows in full, so weights are compared by how far off they may be at all, and on the whole.
        try expectState(stores, fixture, tolerance: 2e-3)
        for store in stores {
            for parameter in store.weights {
                let after = try fixture.floats("after.\(parameter.name)")
                let differences = zip(try parameter.tensor.floats(), after).map { abs($0 - $1) }.sorted()
                #expect(differences[differences.count / 2] < 2e-6, "\(parameter.name)")
            }
        }
    }

    private func expectState(_ stores: [ParameterStore], _ fixture: Fixture, tolerance: Float) throws {
        for parameter in stores.flatMap(\.state) {
            let found = try parameter.tensor.floats()
            let expected = try fixture.floats("after.\(parameter.name)")
            #expect(relativeError(found, expected) < tolerance, "\(parameter.name)")
        }
    }
}
