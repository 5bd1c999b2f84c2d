package import Generators
package import Networks
package import Study
package import Tensors

/// A super-resolution network, trained with Adam to give photographs back from their copies that were scaled down and
/// enlarged again bicubically; the loss is the mean squared error of samples in [0, 1].
package struct SuperResolutionStage: TrainingStage {
    let size: Int
    let lossNames = ["mse"]
    /// Black for white is 1.
    let greatestLoss = 10.0
    /// The network's.
    package let optimisers: [Adam]

    private let network: SRCNN
    private let device: Device
    private let pairs: PhotographPairs

    /// The training of `network`, which has these settings.
    ///
    /// - Throws: `EngineError`.
    package init(_ network: ImageNetwork, _ settings: SRCNNSettings, photographs: TrainingPhotographs) throws {
        guard case .superResolution(let layers) = network.layers else {
            preconditionFailure("a generator learns against a discriminator")
        }
        self.network = layers
        device = network.device
        size = settings.size
        optimisers = [try Adam(network.stores[0], learningRate: network.settings.learningRate)]
        pairs = PhotographPairs(photographs, factor: settings.factor)
    }

    func step(on indices: [Int], number: Int) throws -> [Double] {
        let (enlarged, whole) = try pairs.batch(indices)
        return try step(
            enlarged: Tensor.unitImages(enlarged, count: indices.count, size: size, on: device),
            whole: Tensor.unitImages(whole, count: indices.count, size: size, on: device))
    }

    /// One training step on these pairs, samples in [0, 1]; the loss.
    ///
    /// - Throws: `EngineError`.
    package func step(enlarged: Tensor, whole: Tensor) throws -> [Double] {
        try withGradients {
            let adam = optimisers[0]
            try adam.parameters.zeroGradients()
            let loss = try network(enlarged).meanSquaredError(to: whole)
            try loss.backward(to: adam.parameters.leaves)
            try adam.update()
            return [Double(try loss.item())]
        }
    }
}
