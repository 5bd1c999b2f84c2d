import Engine

extension TensorEngine {
    typealias ErrorPointer = UnsafeMutablePointer<DotchiError>

    /// Makes one call of the engine, keeping `operands` alive until it is done.
    ///
    /// - Throws: `EngineError`.
    static func call<Result>(
        _ operands: Tensor?..., body: (DotchiEngineTable, ErrorPointer) -> Result
    ) throws(EngineError) -> Result {
        try open().call(operands, body)
    }

    /// Makes one call that gives a tensor.
    ///
    /// - Throws: `EngineError`.
    static func tensor(
        _ operands: Tensor?..., body: (DotchiEngineTable, ErrorPointer) -> OpaquePointer?
    ) throws(EngineError) -> Tensor {
        let engine = try open()
        guard let handle = try engine.call(operands, body) else {
            preconditionFailure("the engine gave neither a tensor nor an error")
        }
        return try Tensor(taking: handle, from: engine)
    }

    func call<Result>(
        _ operands: [Tensor?], _ body: (DotchiEngineTable, ErrorPointer) -> Result
    ) throws(EngineError) -> Result {
        assert(TensorThread.isCurrent, "tensors are used on the tensor thread alone: TensorThread.run { ... }")
        let message = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 4096)
        defer { message.deallocate() }
        message[0] = 0
        guard let start = message.baseAddress else { preconditionFailure("a buffer without an address") }
        var error = DotchiError(code: 0, capacity: UInt32(message.count), message: start)
        let result = withExtendedLifetime(operands) { body(table, &error) }
        switch Int(error.code) {
        case DOTCHI_OK: return result
        case DOTCHI_OUT_OF_MEMORY: throw .outOfMemory(String(cString: start))
        default: throw .failed(String(cString: start))
        }
    }
}
