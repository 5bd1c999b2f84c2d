/// Between the engine and files.
extension Tensor {
    /// A copy of a stored tensor of floats.
    ///
    /// - Throws: `EngineError`, also where the stored elements are whole numbers.
    package convenience init(_ stored: StoredTensor, on device: Device = .cpu) throws {
        try self.init(Tensor.floats(of: stored), shape: stored.shape, on: device)
    }

    /// Overwrites all elements with those of a stored tensor of floats of the same shape.
    ///
    /// - Throws: `EngineError`, also where the stored elements are whole numbers.
    package func copy(from stored: StoredTensor) throws {
        guard stored.shape == shape else {
            throw EngineError.failed("copy of \(stored.shape) to \(shape): both of one shape")
        }
        try write(Tensor.floats(of: stored))
    }

    /// The elements as a file takes them, single or half precision.
    package func stored(as type: StoredTensor.ElementType = .float32) throws -> StoredTensor {
        StoredTensor(floats: try floats(), shape: shape, as: type)
    }

    private static func floats(of stored: StoredTensor) throws -> [Float] {
        guard let values = stored.floats else {
            throw EngineError.failed("a stored tensor of \(stored.type.rawValue); F32 or F16 is needed")
        }
        return values
    }
}
