package import Tensors

/// A linear map of vectors to 4x4 feature maps: count x inputs to count x outputs x 4 x 4.
///
/// The same as a transposed 4x4 convolution of a 1x1 image, which is how PyTorch's DCGAN has it.
package struct Projection {
    /// inputs, outputs, 4, 4
    package let weight: Parameter

    /// A projection without bias.
    package init(
        _ collector: ParameterCollector, inputs: Int, outputs: Int, initial: Initialisation = .adversarialWeight
    ) {
        weight = collector.weight("weight", [inputs, outputs, 4, 4], initial)
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ vectors: Tensor) throws -> Tensor {
        try vectors.reshaped(vectors.shape + [1, 1]).convTranspose2d(weight: weight.tensor)
    }
}
