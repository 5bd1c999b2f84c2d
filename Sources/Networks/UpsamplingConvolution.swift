package import Tensors

/// Nearest-neighbour up-sampling by 2 and a 3x3 convolution with padding 1:
/// count x inputs x H x W to count x outputs x 2H x 2W.
///
/// Keeps the 3x3 weights; the engine folds them into four 2x2 ones and computes at the small size.
package struct UpsamplingConvolution {
    /// outputs, inputs, 3, 3
    package let weight: Parameter

    /// An up-sampling convolution without bias.
    package init(
        _ collector: ParameterCollector, inputs: Int, outputs: Int, initial: Initialisation = .adversarialWeight
    ) {
        weight = collector.weight("weight", [outputs, inputs, 3, 3], initial)
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ input: Tensor) throws -> Tensor {
        try input.upsampledConv2d(weight: weight.tensor)
    }
}
