/// What a run was trained on.
package struct TrainingMachine: Sendable, Hashable {
    /// `cpu` or `cuda`.
    package var device: String
    /// Threads of the engine; at least 1.
    package var threads: Int
    /// The engine and its version.
    package var engine: String

    /// A machine.
    package init(device: String, threads: Int, engine: String) {
        self.device = device
        self.threads = threads
        self.engine = engine
    }
}
