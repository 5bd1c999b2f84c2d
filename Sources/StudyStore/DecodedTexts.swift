import Synchronization

/// What texts of a store were decoded to: a plan's head and settings are read for each answer that is taken, and never change.
final class DecodedTexts<Value: Sendable>: Sendable {
    private let known = Mutex<[String: Value]>([:])
    /// The most texts that are kept.
    private let most: Int

    /// Keeps so many texts.
    init(most: Int = 64) { self.most = most }

    /// The value of `text`, decoded where the very same text was not decoded before.
    func value(of text: String, _ decode: (String) throws -> Value) rethrows -> Value {
        if let value = known.withLock({ $0[text] }) { return value }
        let value = try decode(text)
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known[text] = value
        }
        return value
    }
}
