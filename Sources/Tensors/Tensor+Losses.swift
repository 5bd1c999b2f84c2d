import Engine

/// Differentiable losses: single numbers, means over all elements.
extension Tensor {
    /// The binary cross-entropy of these logits against one target for all: 1 means real, 0 generated. Computed as
    /// max(x, 0) - x t + log(1 + exp(-|x|)), which overflows for no logit.
    package func binaryCrossEntropyWithLogits(target: Float) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.bce_with_logits(handle, target, $1) }
    }

    /// The mean squared difference; both of one shape.
    package func meanSquaredError(to other: Tensor) throws -> Tensor {
        try TensorEngine.tensor(self, other) { $0.mse(handle, other.handle, $1) }
    }
}
