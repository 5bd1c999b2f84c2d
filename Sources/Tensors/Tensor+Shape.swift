import Engine

/// Shapes and reductions, differentiable. Dimensions count from 0.
extension Tensor {
    /// The same elements in another shape, in the order of their indices.
    package func reshaped(_ shape: [Int]) throws -> Tensor {
        let sizes = shape.map(Int64.init)
        return try TensorEngine.tensor(self) { $0.reshape(handle, sizes, Int32(sizes.count), $1) }
    }

    /// The tensor with two dimensions exchanged.
    package func transposed(_ first: Int, _ second: Int) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.transpose(handle, Int32(clamping: first), Int32(clamping: second), $1) }
    }

    /// The indices `range` along `dimension`.
    package func slice(_ range: Range<Int>, along dimension: Int = 0) throws -> Tensor {
        try TensorEngine.tensor(self) {
            $0.slice(handle, Int32(clamping: dimension), Int64(range.lowerBound), Int64(range.upperBound), $1)
        }
    }

    /// The tensors one after the other along `dimension`.
    package static func concatenate(_ tensors: [Tensor], along dimension: Int = 0) throws -> Tensor {
        let handles = tensors.map(\.handle)
        return try withExtendedLifetime(tensors) {
            try TensorEngine.tensor { $0.concatenate(handles, Int32(handles.count), Int32(clamping: dimension), $1) }
        }
    }

    /// The sum of all elements, a single number.
    package func sum() throws -> Tensor {
        try sum(along: [], keepingDimensions: false)
    }

    /// The mean of all elements, a single number.
    package func mean() throws -> Tensor {
        try mean(along: [], keepingDimensions: false)
    }

    /// The sum along `dimensions`, which are dropped or kept with size 1; along all where the list is empty.
    package func sum(along dimensions: [Int], keepingDimensions keep: Bool = false) throws -> Tensor {
        let dimensions = dimensions.map(Int64.init)
        return try TensorEngine.tensor(self) { $0.sum(handle, dimensions, Int32(dimensions.count), keep, $1) }
    }

    /// The mean along `dimensions`, which are dropped or kept with size 1; along all where the list is empty.
    package func mean(along dimensions: [Int], keepingDimensions keep: Bool = false) throws -> Tensor {
        let dimensions = dimensions.map(Int64.init)
        return try TensorEngine.tensor(self) { $0.mean(handle, dimensions, Int32(dimensions.count), keep, $1) }
    }
}
