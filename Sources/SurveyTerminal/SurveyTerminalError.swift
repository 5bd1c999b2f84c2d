/// Why the survey cannot be taken in this terminal, or ended before its end.
package enum SurveyTerminalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Input or output is no terminal: which.
    case notATerminal(String)
    /// The terminal cannot place a cursor: its TERM.
    case dumbTerminal(String)
    /// The system refused an operation on the terminal.
    case system(operation: String, reason: String)
    /// libchafa drew nothing from a picture of that size.
    case notDrawn(width: Int, height: Int)
    /// An answer could not be stored; it does not count, all before it do.
    case notStored(reason: String)
    /// The session takes no more answers: why, and what became of its answers.
    case closed(reason: String)

    /// The message: what was wrong, what was expected, what to do.
    package var description: String {
        switch self {
        case .notATerminal(let which):
            "standard \(which) is not a terminal, so there is nobody to show images to. Run `dotchi survey take` in a "
                + "terminal, without pipes or redirections; or use the page (`dotchi survey build`)."
        case .dumbTerminal(let term):
            "a terminal of the kind TERM=\"\(term)\" cannot place images. Use another terminal, or the page "
                + "(`dotchi survey build`)."
        case .system(let operation, let reason):
            "the terminal refused to \(operation): \(reason)"
        case .notDrawn(let width, let height):
            "a picture of \(width) x \(height) pixels could not be drawn in the terminal"
        case .closed(let reason):
            "the last answer does not count: \(reason)"
        case .notStored(let reason):
            "an answer could not be stored and does not count; all answers before it are stored. Mend the cause, and the "
                + "command above asks that trial again. The cause: \(reason)"
        }
    }
}
