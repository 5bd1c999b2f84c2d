/// First line of an answer file: whose answers, to which plan. Part of the file format; keys are never renamed.
package struct AnswerHeader: Sendable, Codable, Hashable {
    /// One of ``AnswerHeader/formats``: the second only where an event needs it.
    package var format: String
    /// The study's id.
    package var study: String
    /// SHA-256 of the frozen plan, 64 lower-case hexadecimal digits.
    package var planHash: String
    /// Number of the seat, from 1.
    package var seat: Int
    /// Who answers, where the recruiting service or the person gave a name; nil leaves the session as the person.
    package var participant: String?
    /// UUID of this session, lower case.
    package var session: String
    /// Where the person came from: `link`, `prolific`, `simulated`, ...
    package var source: String
    /// BCP 47 tag of the language shown.
    package var language: String
    /// When the survey was opened: ISO 8601 with time zone.
    package var startedAt: String
    /// `page` or `terminal`, or `simulation`.
    package var front: String
    /// Kind of browser or terminal, never its full name: `desktop`, `phone`, `tablet`, a terminal's type.
    package var userAgentClass: String?
    /// Screen as `WIDTHxHEIGHT@RATIO` in CSS pixels, or `COLUMNSxROWS` of a terminal.
    package var screen: String?
    /// When a study first received the answers, as ISO 8601; only files that were written from a study carry it. Whoever
    /// made the file may have written what they liked: it is taken only where the source is trusted.
    package var receivedAt: String?

    /// The formats, all of which are read for ever.
    package static let formats = ["dotchi-answers-1", "dotchi-answers-2"]

    /// The first format that can say these events.
    package static func format(of events: [AnswerEvent]) -> String {
        formats[events.contains(where: \.needsSecondFormat) ? 1 : 0]
    }

    /// The source of answers that no person gave.
    package static let simulatedSource = "simulated"

    /// Whether no person gave these answers.
    package var isSimulated: Bool { source == Self.simulatedSource }

    /// A header in the first format.
    package init(
        study: String, planHash: String, seat: Int, participant: String? = nil, session: String, source: String,
        language: String, startedAt: String, front: String, userAgentClass: String? = nil, screen: String? = nil,
        receivedAt: String? = nil
    ) {
        self.format = Self.formats[0]
        self.study = study
        self.planHash = planHash
        self.seat = seat
        self.participant = participant
        self.session = session
        self.source = source
        self.language = language
        self.startedAt = startedAt
        self.front = front
        self.userAgentClass = userAgentClass
        self.screen = screen
        self.receivedAt = receivedAt
    }

    private enum CodingKeys: String, CodingKey {
        case format, study, seat, participant, session, source, language, front, screen
        case planHash = "plan_hash"
        case startedAt = "started_at"
        case userAgentClass = "user_agent_class"
        case receivedAt = "received_at"
    }
}
