import Synchronization

/// What of a store was compared with its hash or seal as long as it is open, by its key: that takes a reading of all of it,
/// which is done once.
final class ComparedOnce<Key: Hashable & Sendable>: Sendable {
    /// The damage of each; nil where it is whole.
    private let found = Mutex<[Key: StudyStoreError?]>([:])

    /// Runs `compare` where what has this key was not compared yet.
    ///
    /// - Throws: what `compare` throws, and the damage that an earlier one found.
    func once(_ key: Key, _ compare: () throws -> Void) throws {
        if let known = found.withLock({ $0[key] }) {
            if let damage = known { throw damage }
            return
        }
        do {
            try compare()
            found.withLock { $0[key] = .some(nil) }
        } catch let damage as StudyStoreError {
            // A file that could not be read this time is asked again.
            if case .damagedPlan = damage { found.withLock { $0[key] = damage } }
            throw damage
        }
    }
}
