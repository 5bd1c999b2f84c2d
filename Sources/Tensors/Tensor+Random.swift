package import Randomness

extension Tensor {
    /// Uniform latents in [-1, 1): one word of the stream for each element, in the order of the indices.
    package static func uniform(
        _ shape: [Int], from stream: inout RandomStream, on device: Device = .cpu
    ) throws -> Tensor {
        let count = shape.reduce(1, *)
        var values: [Float] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(2 * stream.uniformFloat() - 1) }
        return try Tensor(values, shape: shape, on: device)
    }

    /// Draws from N(0, `standardDeviation`^2) in the order of the indices, two elements at a time from one pair of
    /// normals; where their number is odd the last pair's second is dropped.
    package static func normal(
        _ shape: [Int], standardDeviation: Double, mean: Double = 0, from stream: inout RandomStream,
        on device: Device = .cpu
    ) throws -> Tensor {
        let count = shape.reduce(1, *)
        var values: [Float] = []
        values.reserveCapacity(count + 1)
        while values.count < count {
            let (first, second) = stream.normals()
            values.append(Float(mean + standardDeviation * first))
            values.append(Float(mean + standardDeviation * second))
        }
        values.removeLast(values.count - count)
        return try Tensor(values, shape: shape, on: device)
    }
}
