/// The one thread on which tensors live: libtorch's gradient mode and number of threads belong to a thread, and Swift's
/// tasks change threads.
///
/// Inside `TensorThread.run { ... }`, and in anything declared `@TensorThread`, tensors are ordinary values. A call of
/// the engine from elsewhere is a programmer's error, caught in debug builds.
@globalActor
package actor TensorThread {
    /// The actor of the attribute `@TensorThread`.
    package static let shared = TensorThread()

    private let executor = TensorExecutor()

    /// The executor that owns the thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Whether the caller stands on the thread.
    package static var isCurrent: Bool { shared.executor.isCurrent }

    /// Runs `body` on the thread, after what was asked for before.
    package static func run<Result: Sendable>(
        _ body: @TensorThread @Sendable () throws -> Result
    ) async rethrows -> Result {
        try await body()
    }
}
