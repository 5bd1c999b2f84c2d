package import Answers
package import Foundation
package import Study

/// A session as the store has it, with what it comes to.
package struct SessionRecord: Sendable, Hashable {
    /// Who answered what, when and where.
    package var header: AnswerHeader
    /// The file the answers were imported from; nil where they came straight from a front.
    package var importedFrom: String?
    /// When the store first took answers of it; nil for a session that came before arrivals were noted.
    package var receivedAt: Date?
    /// When its latest event happened, in milliseconds from its start; nil where it has none.
    package var lastMilliseconds: Int?
    /// Trials of its seat.
    package var trials: Int
    /// Trials that are answered: with a vote on each question that counts.
    package var votes: Int
    /// Whether there is a vote on any question that counts.
    package var hasVote = false
    /// Votes that count of which nothing says when their images came into view.
    package var unseenVotes = 0
    /// Whether nothing is left to ask, and as many trials are answered as the plan wants.
    package var isComplete: Bool
    /// What was answered to other questions than pairs, by their ids; what the link had as `link.NAME`.
    package var answers: [String: AnswerValue] = [:]
    /// Whether the person agreed to take part, as far as the answers say.
    package var hasConsent = false
    /// SHA-256 in hexadecimal of the text that the person agreed to; nil where none is recorded.
    package var consent: String?
    /// The rule that leaves its votes out; nil where they count.
    package var excluded: ExclusionRule?

    /// The person: the participant, else the session.
    package var person: String { header.participant ?? header.session }
}
