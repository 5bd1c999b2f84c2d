import Engine

/// Differentiable functions of each element.
extension Tensor {
    /// max(x, 0)
    package func relu() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.relu(handle, $1) }
    }

    /// x where positive, `slope` times x elsewhere.
    package func leakyReLU(slope: Float) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.leaky_relu(handle, slope, $1) }
    }

    /// The hyperbolic tangent.
    package func tanh() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.tanh(handle, $1) }
    }

    /// 1 / (1 + exp(-x))
    package func sigmoid() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.sigmoid(handle, $1) }
    }

    /// The square.
    package func squared() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.square(handle, $1) }
    }

    /// The absolute value; its gradient at 0 is 0.
    package func absolute() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.abs(handle, $1) }
    }

    /// The square root.
    package func squareRoot() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.sqrt(handle, $1) }
    }

    /// e to the power of each element.
    package func exp() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.exp(handle, $1) }
    }

    /// The natural logarithm.
    package func log() throws -> Tensor {
        try TensorEngine.tensor(self) { $0.log(handle, $1) }
    }

    /// Each element, moved into `range`; the gradient outside is 0.
    package func clamped(to range: ClosedRange<Float>) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.clamp(handle, range.lowerBound, range.upperBound, $1) }
    }
}
