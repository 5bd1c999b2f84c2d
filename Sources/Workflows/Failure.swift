/// Why a command cannot go on, in words for the person who called it, and how it ends.
struct Failure: Error, CustomStringConvertible {
    /// How the command ends.
    let status: ExitStatus
    /// What was wrong, where, what was expected, what to do.
    let description: String

    /// A failure in words of the command's own.
    init(_ status: ExitStatus, _ description: String) {
        self.status = status
        self.description = description
    }
}
