import Engine

/// Differentiable arithmetic. Shapes broadcast as in PyTorch.
extension Tensor {
    /// The sum, element by element.
    package static func + (left: Tensor, right: Tensor) throws -> Tensor {
        try TensorEngine.tensor(left, right) { $0.add(left.handle, right.handle, $1) }
    }

    /// The difference, element by element.
    package static func - (left: Tensor, right: Tensor) throws -> Tensor {
        try TensorEngine.tensor(left, right) { $0.subtract(left.handle, right.handle, $1) }
    }

    /// The product, element by element.
    package static func * (left: Tensor, right: Tensor) throws -> Tensor {
        try TensorEngine.tensor(left, right) { $0.multiply(left.handle, right.handle, $1) }
    }

    /// The quotient, element by element.
    package static func / (left: Tensor, right: Tensor) throws -> Tensor {
        try TensorEngine.tensor(left, right) { $0.divide(left.handle, right.handle, $1) }
    }

    /// Every element times `factor`.
    package static func * (tensor: Tensor, factor: Float) throws -> Tensor {
        try TensorEngine.tensor(tensor) { $0.scale(tensor.handle, factor, $1) }
    }

    /// Every element plus `addend`.
    package static func + (tensor: Tensor, addend: Float) throws -> Tensor {
        try TensorEngine.tensor(tensor) { $0.add_scalar(tensor.handle, addend, $1) }
    }

    /// The matrix product of the last two dimensions, the dimensions before them broadcast.
    package func matmul(_ right: Tensor) throws -> Tensor {
        try TensorEngine.tensor(self, right) { $0.matmul(handle, right.handle, $1) }
    }
}
