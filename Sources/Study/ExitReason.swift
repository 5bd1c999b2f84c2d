/// Why somebody leaves the survey, by the keys of `survey.exit`.
package enum ExitReason: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    /// Answered all of it.
    case finished
    /// Cannot take part, by the rules of the study.
    case screenedOut = "screened_out"
    /// Did not agree.
    case declined
    /// Failed attention checks; needs a collector, since whatever a page knows a participant can read.
    case failedChecks = "failed_checks"
    /// No seat is left; needs a collector.
    case full
    /// Stopped before the end.
    case stopped
    /// The survey could not be shown.
    case technical

    /// What can be put into its address: `{participant}`, and what is kept of the link by its name.
    package static let placeholders: Set<String> = ["participant", "session", "study"]
}
