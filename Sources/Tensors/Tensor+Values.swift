import Engine

extension Tensor {
    /// A copy of `values`, as many as `shape` has elements.
    package convenience init(_ values: [Float], shape: [Int], on device: Device = .cpu) throws {
        let engine = try TensorEngine.open()
        let sizes = shape.map(Int64.init)
        let handle = try engine.call([]) {
            $0.from_floats(values, Int64(values.count), sizes, Int32(sizes.count), device.number, $1)
        }
        try self.init(given: handle, by: engine)
    }

    /// A tensor of one value throughout.
    package convenience init(filled value: Float, shape: [Int], on device: Device = .cpu) throws {
        let engine = try TensorEngine.open()
        let sizes = shape.map(Int64.init)
        let handle = try engine.call([]) { $0.filled(value, sizes, Int32(sizes.count), device.number, $1) }
        try self.init(given: handle, by: engine)
    }

    /// Images from 8-bit samples: 0 becomes -1, 255 becomes 1.
    ///
    /// - Parameter samples: in the order image, row, column, channel.
    package convenience init(
        pixels samples: [UInt8], images: Int, height: Int, width: Int, channels: Int = 3, on device: Device = .cpu
    ) throws {
        guard samples.count == images * height * width * channels else {
            throw EngineError.failed(
                "\(samples.count) samples for \(images) images of \(height)x\(width) with \(channels) channels")
        }
        let engine = try TensorEngine.open()
        let handle = try engine.call([]) {
            $0.from_pixels(samples, Int64(images), Int64(height), Int64(width), Int64(channels), device.number, $1)
        }
        try self.init(given: handle, by: engine)
    }

    private convenience init(given handle: OpaquePointer?, by engine: TensorEngine) throws {
        guard let handle else { preconditionFailure("the engine gave neither a tensor nor an error") }
        try self.init(taking: handle, from: engine)
    }

    /// Zeros.
    package static func zeros(_ shape: [Int], on device: Device = .cpu) throws -> Tensor {
        try Tensor(filled: 0, shape: shape, on: device)
    }

    /// All elements.
    package func floats() throws -> [Float] {
        var values = [Float](repeating: 0, count: count)
        _ = try TensorEngine.call(self) { $0.read_floats(handle, &values, Int64(values.count), $1) }
        return values
    }

    /// The one element of a tensor that has one.
    package func item() throws -> Float {
        guard count == 1 else { throw EngineError.failed("item of a tensor of shape \(shape)") }
        return try floats()[0]
    }

    /// Images as 8-bit samples in the order image, row, column, channel: -1 becomes 0, 1 becomes 255; rounded to the
    /// nearest (halves to even), clamped; not-a-number becomes 0.
    package func pixels() throws -> [UInt8] {
        var samples = [UInt8](repeating: 0, count: count)
        _ = try TensorEngine.call(self) { $0.read_pixels(handle, &samples, Int64(samples.count), $1) }
        return samples
    }

    /// Whether no element is infinite or not a number.
    package var isFinite: Bool {
        get throws { try TensorEngine.call(self) { $0.all_finite(handle, $1) } == 1 }
    }
}
