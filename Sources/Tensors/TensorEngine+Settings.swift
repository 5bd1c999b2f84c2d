import Engine

extension TensorEngine {
    /// What computes, in one line: "libtorch 1.13.0, AVX2".
    ///
    /// - Throws: `EngineError`.
    package static func describe() throws -> String {
        try call { $0.describe($1) }.map { String(cString: $0) } ?? ""
    }

    /// How many CUDA devices can be used.
    ///
    /// - Throws: `EngineError`.
    package static func cudaDeviceCount() throws -> Int {
        Int(try call { $0.cuda_device_count($1) })
    }

    /// Refuses to go on where no CUDA device can be used.
    ///
    /// - Throws: `EngineError`.
    package static func requireCUDA() throws {
        guard try cudaDeviceCount() == 0 else { return }
        throw EngineError.noCUDA(engine: "\(try describe()), \(try open().path)")
    }

    /// Waits until `device` has done all it was given, so that a clock reads the work and not its asking for.
    ///
    /// - Throws: `EngineError`, with what the device met meanwhile.
    package static func synchronize(_ device: Device) throws {
        _ = try call { $0.synchronize(device.number, $1) }
    }

    /// How many processor threads one operation may use.
    ///
    /// - Throws: `EngineError`.
    package static func threadCount() throws -> Int {
        Int(try call { $0.thread_count($1) })
    }

    /// Sets how many processor threads one operation may use, at least 1.
    ///
    /// - Throws: `EngineError`.
    package static func setThreadCount(_ count: Int) throws {
        _ = try call { $0.set_thread_count(Int32(clamping: count), $1) }
    }

    /// Chooses whether the same call gives the same bits each time on a CUDA device, or whatever is fastest.
    /// The CPU always gives the same bits for one number of threads.
    ///
    /// - Throws: `EngineError`.
    package static func setDeterministic(_ on: Bool) throws {
        _ = try call { $0.set_deterministic(on, $1) }
    }

    /// Lets freed memory stay in the process: a training step asks for the same blocks again and again, and asking the
    /// kernel each time costs.
    ///
    /// - Throws: `EngineError`.
    package static func keepFreedMemory() throws {
        _ = try call { $0.keep_freed_memory($1) }
    }

    /// The most bytes of main memory that the process ever held.
    ///
    /// - Throws: `EngineError`.
    package static func peakMemory() throws -> Int {
        Int(try call { $0.peak_memory($1) })
    }
}
