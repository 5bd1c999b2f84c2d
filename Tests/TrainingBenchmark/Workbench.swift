import Datasets
import Foundation
import Generators
import Networks
import Pictures
import Study
import Tensors
import Training

/// A network in training on four batches of procedural faces, which lie ready as tensors: what is measured is the step
/// alone.
@TensorThread
final class Workbench {
    private let contest: Contest
    private let batch: Int
    private let network: ImageNetwork
    private let photographs: [Tensor]
    /// What the network takes, batch by batch; empty where it takes latent vectors, which every step draws again.
    private let inputs: [Tensor]
    private let optimisers: [Adam]
    private let train: (_ photographs: Tensor, _ input: Tensor) throws -> [Double]
    private var steps = 0

    /// Batches of photographs; steps whose inputs are saved for the peer.
    private static let batches = 4
    private static let seed: UInt64 = 1

    init(_ contest: Contest, batch: Int) throws {
        let architecture = contest.architecture
        let settings = NetworkSettings(name: contest.rawValue, architecture: architecture, batch: batch)
        let network = try ImageNetwork(settings, on: .cpu)
        let size = architecture.outputSize
        let faces = (0..<Self.batches * batch).map { index in
            ProceduralFace(seed: Self.seed, index: index).picture().resized(size)
        }
        let learnt = TrainingPhotographs(size: size, count: faces.count) { indices in
            indices.flatMap { faces[$0].bytes }
        }
        func batches(_ size: Int, _ pictures: (PixelBuffer) -> PixelBuffer) throws -> [Tensor] {
            try (0..<Self.batches).map { number in
                let bytes = faces[number * batch..<(number + 1) * batch].flatMap { pictures($0).bytes }
                return try Tensor(pixels: bytes, images: batch, height: size, width: size)
            }
        }
        switch architecture {
        case .dcgan(let dcgan):
            let stage = try AdversarialStage(0, of: network, width: dcgan.width, photographs: learnt)
            (photographs, inputs) = (try batches(size) { $0 }, [])
            (optimisers, train) = (stage.optimisers, { try stage.step(real: $0, input: $1) })
        case .multistage(let multistage):
            let stage = try AdversarialStage(1, of: network, width: multistage.width, photographs: learnt)
            (photographs, inputs) = (try batches(size) { $0 }, try batches(size / 2) { $0.resized(size / 2) })
            (optimisers, train) = (stage.optimisers, { try stage.step(real: $0, input: $1) })
        case .srcnn(let srcnn):
            let stage = try SuperResolutionStage(network, srcnn, photographs: learnt)
            photographs = try batches(size) { $0 }.map { try $0 * 0.5 + 0.5 }
            inputs = try batches(size) { PhotographPairs.copy(of: $0, factor: srcnn.factor) }
                .map { try $0 * 0.5 + 0.5 }
            (optimisers, train) = (stage.optimisers, { try stage.step(enlarged: $1, whole: $0) })
        case .bicubic:
            preconditionFailure("\(contest.rawValue) is trained")
        }
        self.contest = contest
        self.batch = batch
        self.network = network
    }

    /// One training step; the losses it optimised.
    func step() throws -> [Double] {
        defer { steps += 1 }
        return try train(photographs[steps % Self.batches], input(of: steps))
    }

    /// The bare forward pass of one block of a pool's images.
    func forward() throws {
        switch network.layers {
        case .generators(let generators, let latent):
            let latents = Latents.pool(seed: Self.seed, indices: 0..<ImageChain.block, length: latent)
            let input = try Tensor(latents, shape: [ImageChain.block, latent])
            _ = try network.images(of: input, stages: generators.count)
        case .superResolution(let layers):
            precondition(batch == ImageChain.block, "pools are made in blocks of \(ImageChain.block)")
            _ = try withoutGradients { try layers(inputs[0]) }
        case .bicubic:
            preconditionFailure("\(contest.rawValue) has layers")
        }
    }

    /// Writes what the peer starts from: weights and running statistics under their names in checkpoints, photographs.N
    /// and input.N of the first steps.
    func save(to file: URL) throws {
        var tensors: [String: StoredTensor] = [:]
        for optimiser in optimisers {
            tensors.merge(try optimiser.parameters.state.stored()) { first, _ in first }
        }
        for number in 0..<Self.batches {
            tensors["photographs.\(number)"] = try photographs[number].stored()
            tensors["input.\(number)"] = try input(of: number).stored()
        }
        try SafetensorsFile(tensors: tensors, metadata: [:]).write(to: file)
    }

    private func input(of step: Int) throws -> Tensor {
        guard case .generators(_, let latent) = network.layers, inputs.isEmpty else {
            return inputs[step % Self.batches]
        }
        let latents = Latents.training(seed: Self.seed, stage: 0, step: step, count: batch, length: latent)
        return try Tensor(latents, shape: [batch, latent])
    }
}
