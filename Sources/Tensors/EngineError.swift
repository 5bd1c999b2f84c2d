/// What goes wrong between dotchi and its tensor engine.
package enum EngineError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No engine could be opened: each place looked at, and what was wrong there.
    case unavailable([Attempt])
    /// CUDA was asked for, and the engine, described here, finds no such device.
    case noCUDA(engine: String)
    /// A call failed; the text names the operation and the shapes of its tensors.
    case failed(String)
    /// A call found no memory, main or the device's; the text as above.
    case outOfMemory(String)

    /// One place where the engine was looked for.
    package struct Attempt: Sendable, Equatable {
        /// The file.
        package let path: String
        /// Why it cannot serve.
        package let reason: String

        /// A failed look at `path`.
        package init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }
    }

    /// What was wrong, where, and the command that mends it.
    package var description: String {
        switch self {
        case .unavailable(let attempts):
            """
            the tensor engine, which trains and generates, is not available:
            \(attempts.map { "  \($0.path): \($0.reason)" }.joined(separator: "\n"))
            `make engine` in dotchi's source folder builds it (`make install` puts it in its place); \
            DOTCHI_ENGINE=FILE names one that lies elsewhere
            """
        case .noCUDA(let engine):
            """
            there is no CUDA device that the tensor engine (\(engine)) can use: it was compiled without CUDA, or this \
            machine has no such device or driver. Leave --device out to compute on the processor, or compile the engine \
            against a libtorch with CUDA: `make engine LIBTORCH=DIR`
            """
        case .failed(let message): message
        case .outOfMemory(let message): "out of memory: \(message)"
        }
    }
}
