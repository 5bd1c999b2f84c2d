import Engine

/// An array of 32-bit floats in the engine.
///
/// Shapes are in PyTorch's order (images: count, channels, height, width), and so are values that go in and out.
/// Tensors of rank 4 lie channels-last in memory. A tensor stays on the tensor thread, so it is not `Sendable`.
/// All methods throw `EngineError`; the error's text names the operation and the shapes.
package final class Tensor {
    let handle: OpaquePointer
    private let engine: TensorEngine

    /// The size along each dimension; empty for a single number.
    package let shape: [Int]

    /// Takes the handle over; it is released with the tensor.
    init(taking handle: OpaquePointer, from engine: TensorEngine) throws(EngineError) {
        self.handle = handle
        self.engine = engine
        let capacity = 8
        var sizes = [Int64](repeating: 0, count: capacity)
        do {
            let rank = try engine.call([]) { $0.shape(handle, &sizes, Int32(capacity), $1) }
            precondition(rank <= capacity, "tensors have at most \(capacity) dimensions")
            shape = sizes.prefix(Int(rank)).map(Int.init)
        } catch {
            engine.table.release(handle)
            throw error
        }
    }

    deinit {
        engine.table.release(handle)
    }

    /// The number of elements.
    package var count: Int { shape.reduce(1, *) }

    /// Where it lies.
    package var device: Device {
        get throws { Device(number: try TensorEngine.call(self) { $0.device(handle, $1) }) }
    }

    /// Whether its elements lie channels-last in memory; false for a rank other than 4.
    package var isChannelsLast: Bool {
        get throws { try TensorEngine.call(self) { $0.is_channels_last(handle, $1) } == 1 }
    }

    /// A copy on `device`; itself where it lies there already. Differentiable.
    package func moved(to device: Device) throws -> Tensor {
        try TensorEngine.tensor(self) { $0.to_device(handle, device.number, $1) }
    }
}
