import Answers

/// A session that is left out since what the store has of it cannot be read, or is not what was recorded.
package struct UnreadableSession: Sendable, Hashable {
    /// The session's id.
    package var session: String
    /// The file its answers were imported from; nil where they came straight from a front.
    package var importedFrom: String?
    /// What of it cannot be read.
    package var why: String
    /// Whether it is not what was recorded: a bit flipped, or another program changed it.
    package var isDamaged = false
}

extension UnreadableSession: CustomStringConvertible {
    /// Which session, from where, and why, without an end.
    package var description: String {
        "session \(SessionName.short(session))" + (importedFrom.map { " (imported from \($0))" } ?? "") + ": \(why)"
    }
}
