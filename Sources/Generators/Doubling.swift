package import Networks
package import Study
package import Tensors

/// What doubles the sides of feature maps in a generator: count x inputs x H x W to count x outputs x 2H x 2W.
package enum Doubling {
    /// Nearest-neighbour up-sampling and a 3x3 convolution, the paper's form.
    case nearest(UpsamplingConvolution)
    /// A 4x4 transposed convolution of stride 2, DCGAN's own form.
    case strided(TransposedConvolution)

    /// A doubling from `inputs` to `outputs` channels.
    package init(_ collector: ParameterCollector, inputs: Int, outputs: Int, upsampling: Upsampling) {
        switch upsampling {
        case .nearest: self = .nearest(UpsamplingConvolution(collector, inputs: inputs, outputs: outputs))
        case .strided: self = .strided(TransposedConvolution(collector, inputs: inputs, outputs: outputs))
        }
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ input: Tensor) throws -> Tensor {
        switch self {
        case .nearest(let layer): try layer(input)
        case .strided(let layer): try layer(input)
        }
    }
}
