import Foundation

extension AnswerEvent {
    /// The event with its id in lower case, if it can have happened.
    func checked() throws(LineFault) -> AnswerEvent {
        guard UUID(uuidString: id) != nil else { throw LineFault("\"id\" is no UUID") }
        try Self.check(milliseconds, atLeast: 0, "t_ms")
        try Self.check(trial, atLeast: 1, "trial")
        try Self.check(responseMilliseconds, atLeast: 0, "response_ms")
        try Self.check(shownPixels, atLeast: 0, "shown_px")
        switch kind {
        case .vote:
            if trial == nil { throw LineFault("a vote without \"trial\"") }
            if choice == nil { throw LineFault("a vote without \"choice\"") }
        case .shown, .imageFailed:
            if trial == nil { throw LineFault("\"kind\" is \(kind.rawValue), but there is no \"trial\"") }
        case .consent, .undo, .answer, .blur, .focus, .finish:
            break
        }
        var event = self
        event.id = id.lowercased()
        return event
    }

    /// The largest number in an event: it holds times of 30 years, and leaves room for sums.
    private static let largest = 1_000_000_000_000

    private static func check(_ value: Int?, atLeast least: Int, _ key: String) throws(LineFault) {
        guard let value, !(least...largest).contains(value) else { return }
        throw LineFault("\"\(key)\" is \(value), expected \(least) to \(largest)")
    }
}
