import Engine

/// Differentiable operations of layers on images (count, channels, height, width).
extension Tensor {
    /// The convolution (cross-correlation) with zero padding.
    ///
    /// - Parameters:
    ///   - weight: outputs, inputs, height, width.
    ///   - bias: outputs.
    package func conv2d(
        weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
    ) throws -> Tensor {
        try TensorEngine.tensor(self, weight, bias) {
            $0.conv2d(handle, weight.handle, bias?.handle, Int64(stride), Int64(padding), $1)
        }
    }

    /// The transposed convolution: the gradient of `conv2d` by its input. Gives (size - 1) stride - 2 padding + kernel.
    ///
    /// - Parameters:
    ///   - weight: inputs, outputs, height, width.
    ///   - bias: outputs.
    package func convTranspose2d(
        weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Int = 0
    ) throws -> Tensor {
        try TensorEngine.tensor(self, weight, bias) {
            $0.conv_transpose2d(handle, weight.handle, bias?.handle, Int64(stride), Int64(padding), $1)
        }
    }

    /// What `upsampledNearest(by: 2).conv2d(weight: weight, bias: bias, padding: 1)` gives, for a 3x3 weight, with
    /// 2.25 (H/(H+1))^2 times less arithmetic: each output sees only 2x2 different inputs, so the 3x3 weight folds into
    /// four 2x2 weights, one for each phase of the output.
    ///
    /// - Parameters:
    ///   - weight: outputs, inputs, 3, 3.
    ///   - bias: outputs.
    package func upsampledConv2d(weight: Tensor, bias: Tensor? = nil) throws -> Tensor {
        try TensorEngine.tensor(self, weight, bias) {
            $0.upsample_conv2d(handle, weight.handle, bias?.handle, $1)
        }
    }

    /// Every pixel as a square of `factor` x `factor`.
    package func upsampledNearest(by factor: Int) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.upsample_nearest(handle, Int64(factor), $1) }
    }

    /// Batch normalisation over all dimensions but the second (Ioffe and Szegedy 2015).
    ///
    /// - Parameters:
    ///   - weight: channels; ones where nil.
    ///   - bias: channels; zeros where nil.
    ///   - runningMean: channels.
    ///   - runningVariance: channels; moved by the unbiased variance of the batch.
    ///   - training: whether to use the batch's statistics and move the running ones towards them in place.
    ///   - momentum: the share of the batch in the running statistics.
    ///   - epsilon: added to the variance.
    package func batchNorm(
        weight: Tensor? = nil, bias: Tensor? = nil, runningMean: Tensor, runningVariance: Tensor, training: Bool,
        momentum: Float = 0.1, epsilon: Float = 1e-5
    ) throws -> Tensor {
        try TensorEngine.tensor(self, weight, bias, runningMean, runningVariance) {
            $0.batch_norm(
                handle, weight?.handle, bias?.handle, runningMean.handle, runningVariance.handle, training, momentum,
                epsilon, $1)
        }
    }
}
