package import Tensors

/// Batch normalisation of every channel over count, rows and columns (Ioffe and Szegedy 2015); the shape stays.
///
/// In training a batch is normalised by its own statistics, and the running ones move towards them by a tenth; else it
/// is normalised by the running ones, so that no image depends on its neighbours.
package struct BatchNorm {
    /// Scale of every channel.
    package let weight: Parameter
    /// Shift of every channel.
    package let bias: Parameter
    /// Running mean of every channel.
    package let runningMean: Parameter
    /// Running unbiased variance of every channel.
    package let runningVariance: Parameter

    /// A batch norm of `channels` channels; shifts start at 0, running statistics at mean 0 and variance 1.
    package init(_ collector: ParameterCollector, channels: Int, initial: Initialisation = .adversarialScale) {
        weight = collector.weight("weight", [channels], initial)
        bias = collector.weight("bias", [channels], .constant(0))
        runningMean = collector.buffer("running_mean", [channels], 0)
        runningVariance = collector.buffer("running_var", [channels], 1)
    }

    /// The forward pass.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ input: Tensor, training: Bool) throws -> Tensor {
        try input.batchNorm(
            weight: weight.tensor, bias: bias.tensor, runningMean: runningMean.tensor,
            runningVariance: runningVariance.tensor, training: training, momentum: 0.1, epsilon: 1e-5)
    }
}
