/// What was looked at: all well, a fault, or nothing to look at.
package struct CheckupFinding: Sendable {
    /// How it is.
    package var mark: Mark
    /// The kind of the fault, where it is one.
    package var fault: Failure.Kind?
    /// What was found, and the command that mends it.
    package var text: String

    /// A finding.
    package init(mark: Mark = .ok, fault: Failure.Kind? = nil, text: String) {
        self.mark = mark
        self.fault = fault
        self.text = text
    }

    /// How a thing is.
    package enum Mark: String, Sendable, CaseIterable {
        /// As it should be.
        case ok
        /// Nothing to look at.
        case nothing = "none"
        /// Worth knowing, no fault.
        case note
        /// Not there.
        case missing
        /// There, and not what it should be.
        case wrong
        /// Removed, as was asked for.
        case removed
    }

    /// What an error says of `what`.
    package static func broken(_ error: any Error, what: String = "study") -> CheckupFinding {
        let kind = Failure.Kind(of: error) ?? .ioError
        return CheckupFinding(mark: kind == .noInput ? .missing : .wrong, fault: kind, text: "\(what): \(error)")
    }
}
