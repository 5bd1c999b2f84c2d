/// What of a link a page takes.
package struct EntrySettings: Sendable, Codable, Hashable {
    /// Names of the parameter that has the participant's id, in any case; of several that a link has, the first in this list.
    package var participant: [String]
    /// Names of parameters whose values are kept with the answers, in any case.
    package var keep: [String]

    /// Settings; the services of most laboratories are known.
    package init(participant: [String] = Self.services, keep: [String] = []) {
        self.participant = participant
        self.keep = keep
    }

    /// The names that Prolific, SONA, MTurk and others give it, and dotchi's own.
    package static let services = ["PROLIFIC_PID", "participant", "participantId", "workerId", "survey_code"]
}
