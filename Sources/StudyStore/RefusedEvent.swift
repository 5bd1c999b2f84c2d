/// An event that was not taken, and why.
package struct RefusedEvent: Sendable, Hashable, CustomStringConvertible {
    /// Its id, as it was given.
    package var id: String
    /// Its line in the file, from 1; nil where it came without.
    package var line: Int?
    /// What was wrong with it.
    package var why: String

    /// The event `id`, refused for `why`.
    package init(id: String, line: Int? = nil, why: String) {
        self.id = id
        self.line = line
        self.why = why
    }

    /// The message: line, the beginning of the event's id, what was wrong.
    package var description: String { "\(line.map { "line \($0): " } ?? "")event \(id.prefix(13)): \(why)" }
}
