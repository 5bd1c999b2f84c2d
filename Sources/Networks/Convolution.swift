package import Tensors

/// A convolution with zero padding: count x inputs x H x W to count x outputs x H' x W',
/// H' = (H + 2 padding - kernel) / stride + 1, rounded down.
package struct Convolution {
    /// outputs, inputs, kernel, kernel
    package let weight: Parameter
    /// outputs; nil for a convolution whose output is normalised, or that has none.
    package let bias: Parameter?
    /// Rows and columns from one window to the next.
    package let stride: Int
    /// Zeros at every side.
    package let padding: Int

    /// A convolution; with `bias` its biases start at zero.
    package init(
        _ collector: ParameterCollector, inputs: Int, outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
        bias: Bool = false, initial: Initialisation = .adversarialWeight
    ) {
        weight = collector.weight("weight", [outputs, inputs, kernel, kernel], initial)
        self.bias = bias ? collector.weight("bias", [outputs], .constant(0)) : nil
        self.stride = stride
        self.padding = padding
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ input: Tensor) throws -> Tensor {
        try input.conv2d(weight: weight.tensor, bias: bias?.tensor, stride: stride, padding: padding)
    }
}
