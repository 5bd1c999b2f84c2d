/// What of a link a page takes.
package struct EntrySettings: Sendable, Codable, Hashable {
    /// Names of the parameter that has the participant's id, in any case; of several that a link has, the first in this list.
    package var participant: [String]
    /// Names of parameters whose values are kept with the answers, in any case.
    package var keep: [String]
    /// Whether nobody can begin without a participant's id, in a terminal neither.
    package var isRequired: Bool

    /// Settings; the services of most laboratories are known.
    package init(participant: [String] = Self.services, keep: [String] = [], isRequired: Bool = false) {
        self.participant = participant
        self.keep = keep
        self.isRequired = isRequired
    }

    /// The names that Prolific, SONA, MTurk and others give it, and dotchi's own.
    package static let services = ["PROLIFIC_PID", "participant", "participantId", "workerId", "survey_code"]
}

/// As plans have it: what is not said is not there, so that plans of before keep their hash.
extension EntrySettings {
    private enum CodingKeys: String, CodingKey {
        case participant, keep
        case isRequired = "required"
    }

    /// Reads what plans have.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        participant = try keys.decode([String].self, forKey: .participant)
        keep = try keys.decode([String].self, forKey: .keep)
        isRequired = try keys.decodeIfPresent(Bool.self, forKey: .isRequired) ?? false
    }

    /// Writes the same.
    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(participant, forKey: .participant)
        try keys.encode(keep, forKey: .keep)
        if isRequired { try keys.encode(isRequired, forKey: .isRequired) }
    }
}
