package import Generators
package import Networks
import Study
package import Tensors

/// A generator and its discriminator, trained against each other (Goodfellow et al. 2014, Radford et al. 2015).
///
/// A step: the discriminator learns from a batch of photographs and a batch of generated images, each normalised by its
/// own statistics; then the generator learns from what the new discriminator says of the same images. The generated
/// images carry no gradient into the discriminator's step, and no gradient by the discriminator's weights is computed in
/// the generator's.
package struct AdversarialStage: TrainingStage {
    let size: Int
    let lossNames: [String]
    /// Nats. Early in training 10 to 30 are met, where a discriminator is sure of itself.
    let greatestLoss = 1000.0
    /// The generator's and the discriminator's.
    package let optimisers: [Adam]

    private let network: ImageNetwork
    private let stage: Int
    private let generator: any GeneratorNetwork
    private let generatorAdam: Adam
    let discriminator: Discriminator
    private let discriminatorAdam: Adam
    private let photographs: TrainingPhotographs
    private let latent: Int

    /// Stage `stage`, from 0, of `network`, with a new discriminator of `width` channels after its first layer.
    ///
    /// - Throws: `EngineError`.
    package init(
        _ stage: Int, of network: ImageNetwork, width: Int, photographs: TrainingPhotographs
    ) throws {
        guard case .generators(let generators, let latent) = network.layers else {
            preconditionFailure("a super-resolution network has no adversary")
        }
        let prefix = generators.count == 1 ? "" : "stage\(stage + 1)."
        let settings = network.settings
        let collector = ParameterCollector(
            "\(prefix)discriminator", seed: settings.seed, network: 2 * stage + 1)
        discriminator = Discriminator(collector, size: photographs.size, width: width)
        let discriminatorStore = try ParameterStore(collector, on: network.device)
        generatorAdam = try Adam(network.stores[stage], learningRate: settings.learningRate, beta1: 0.5)
        discriminatorAdam = try Adam(discriminatorStore, learningRate: settings.learningRate, beta1: 0.5)
        optimisers = [generatorAdam, discriminatorAdam]
        lossNames = ["\(prefix)discriminator", "\(prefix)generator"]
        generator = generators[stage]
        size = photographs.size
        self.network = network
        self.stage = stage
        self.photographs = photographs
        self.latent = latent
    }

    func step(on indices: [Int], number: Int) throws -> [Double] {
        let samples = try photographs.batch(indices)
        let real = try Tensor(
            pixels: samples, images: indices.count, height: size, width: size, on: network.device)
        return try step(real: real, input: input(step: number, count: indices.count))
    }

    /// One training step on these photographs and this input of the generator; the losses of the discriminator and of the
    /// generator.
    ///
    /// - Throws: `EngineError`.
    package func step(real: Tensor, input: Tensor) throws -> [Double] {
        try withGradients {
            let images = try generator(input, training: true)

            try discriminatorAdam.parameters.zeroGradients()
            let onReal = try AdversarialLoss.photographs(discriminator(real))
            try onReal.backward(to: discriminatorAdam.parameters.leaves)
            let onGenerated = try AdversarialLoss.generated(discriminator(images.detached()))
            try onGenerated.backward(to: discriminatorAdam.parameters.leaves)
            try discriminatorAdam.update()

            try generatorAdam.parameters.zeroGradients()
            let fooling = try AdversarialLoss.generator(discriminator(images))
            try fooling.backward(to: generatorAdam.parameters.leaves)
            try generatorAdam.update()

            return [Double(try onReal.item()) + Double(try onGenerated.item()), Double(try fooling.item())]
        }
    }

    /// What the generator sees in a step: latent vectors, or the images that the stages before make of them. These use
    /// their running statistics, as they will when images are generated for people to see.
    private func input(step: Int, count: Int) throws -> Tensor {
        let latents = Latents.training(
            seed: network.settings.seed, stage: stage, step: step, count: count, length: latent)
        return try network.images(
            of: Tensor(latents, shape: [count, latent], on: network.device), stages: stage)
    }
}
