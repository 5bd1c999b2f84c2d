package import Tensors

/// A 4x4 transposed convolution of stride 2, padding 1 (DCGAN's "fractionally-strided convolution"):
/// count x inputs x H x W to count x outputs x 2H x 2W.
package struct TransposedConvolution {
    /// inputs, outputs, 4, 4
    package let weight: Parameter

    /// A transposed convolution without bias.
    package init(
        _ collector: ParameterCollector, inputs: Int, outputs: Int, initial: Initialisation = .adversarialWeight
    ) {
        weight = collector.weight("weight", [inputs, outputs, 4, 4], initial)
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ input: Tensor) throws -> Tensor {
        try input.convTranspose2d(weight: weight.tensor, stride: 2, padding: 1)
    }
}
