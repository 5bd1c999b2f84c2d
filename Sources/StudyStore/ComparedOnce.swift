import Synchronization

/// What of a store was compared with its hash or seal as long as it is open, by its key: that takes a reading of all of it,
/// which is done once.
final class ComparedOnce<Key: Hashable & Sendable>: Sendable {
    private let intact = Mutex<Set<Key>>([])

    /// Runs `compare` where what has this key has not passed it yet.
    func once(_ key: Key, _ compare: () throws -> Void) rethrows {
        if intact.withLock({ $0.contains(key) }) { return }
        try compare()
        _ = intact.withLock { $0.insert(key) }
    }
}
