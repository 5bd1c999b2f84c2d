import Synchronization

/// Which generations an open store has compared with their seals and found intact: each once, since to read one image
/// must not cost reading the rows of all.
final class SealedGenerations: Sendable {
    private let intact = Mutex<Set<Int64>>([])

    /// Runs `compare` where the generation with this key has not passed it yet.
    func once(_ id: Int64, _ compare: () throws -> Void) rethrows {
        if intact.withLock({ $0.contains(id) }) { return }
        try compare()
        _ = intact.withLock { $0.insert(id) }
    }
}
