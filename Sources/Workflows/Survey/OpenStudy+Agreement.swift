import Answers
import Foundation
import Study
import StudyStore
import Text

extension OpenStudy {
    /// Says which of these sessions have votes of people who did not agree to take part, who agreed to a text that is none of
    /// the plan's, who have no ID where one is needed, whom the plan does not admit, who were asked in a language that the plan
    /// does not offer, or who voted before the images came into view. The page and the terminal write no such answers: a file lost
    /// lines, or somebody changed it.
    ///
    /// - Parameters:
    ///   - sessions: sessions of one plan.
    ///   - hash: that plan.
    /// - Throws: ``Failure`` and `StudyStoreError` where what the plan shows cannot be read.
    func sayUnagreed(_ sessions: some Sequence<SessionRecord>, ofPlan hash: String) throws {
        guard let plan = try store.outline(ofPlan: hash) else { return }
        var unagreed = UnagreedSessions(plan, consents: try consents(of: plan))
        for session in sessions { unagreed.look(at: session) }
        for note in unagreed.notes { reporter.note(note) }
    }

    /// The same of the sessions with these ids, of which few are in memory at a time.
    func sayUnagreed(ofPlan hash: String, named ids: some Collection<String>) throws {
        guard let plan = try store.outline(ofPlan: hash) else { return }
        var unagreed = UnagreedSessions(plan, consents: try consents(of: plan))
        let ids = ids.sorted()
        for start in stride(from: 0, to: ids.count, by: 256) {
            let some = ids[start..<min(start + 256, ids.count)]
            for session in try store.sessions(named: some) { unagreed.look(at: session) }
        }
        for note in unagreed.notes { reporter.note(note) }
    }

    private func consents(of plan: PlanOutline) throws -> Set<String> {
        try Set(ParticipantTexts(self).consents(of: plan).values.flatMap(\.values).map(\.sha256))
    }
}

/// Sessions of a plan with votes of people who did not agree to it, whom it does not let in, or whom it never asked so.
private struct UnagreedSessions {
    private let plan: PlanOutline
    private let consents: Set<String>
    private var found: [Fault: [String]] = [:]

    /// What can be wrong, in the order in which it is said.
    private enum Fault: CaseIterable {
        case noConsent, otherConsent, noParticipant, notAdmitted, unanswered, otherLanguage, unseen

        /// What the sessions have.
        var what: String {
            switch self {
            case .noConsent: "votes, but no consent"
            case .otherConsent: "the consent to a text that is none of the plan's"
            case .noParticipant: "no participant's ID, without which nobody can begin"
            case .notAdmitted: "answers that the plan does not admit"
            case .unanswered: "votes, but not every answer by which the plan admits people"
            case .otherLanguage: "a language that the plan does not offer"
            case .unseen: "votes of which nothing says when their images came into view"
            }
        }

        /// What follows of it.
        var then: String {
            switch self {
            case .noConsent: "whoever gave them may not have agreed"
            case .otherConsent:
                "`dotchi survey plan --export FILE` writes those that are, `dotchi votes sessions` what each agreed to"
            case .noParticipant, .unanswered, .otherLanguage: "their votes count all the same"
            case .unseen: "these count, and have no response time"
            case .notAdmitted: "their votes are left out (\(ExclusionRule.notAdmitted.rawValue))"
            }
        }
    }

    init(_ plan: PlanOutline, consents: Set<String>) {
        self.plan = plan
        self.consents = consents
    }

    mutating func look(at session: SessionRecord) {
        guard session.hasVote, !session.header.isSimulated else { return }
        let survey = plan.survey
        let faults: [(Fault, Bool)] = [
            (.noConsent, survey.consent.isRequired && !session.hasConsent),
            (.otherConsent, survey.consent.isRequired && session.consent.map { !consents.contains($0) } ?? false),
            (.noParticipant, survey.entry.isRequired && session.header.participant == nil),
            (.notAdmitted, session.excluded == .notAdmitted),
            (.otherLanguage, !survey.languages.contains { $0.rawValue == session.header.language }),
            (.unseen, session.unseenVotes > 0),
            (.unanswered, session.excluded != .notAdmitted && survey.screening(session.answers) != nil),
        ]
        for (fault, isThere) in faults where isThere { found[fault, default: []].append(session.header.session) }
    }

    var notes: [String] {
        Fault.allCases.compactMap { fault in
            found[fault].map { sessions in
                "\(sessions.count.counted("session has", "sessions have")) \(fault.what): "
                    + "\(SessionName.list(sessions)); \(fault.then)."
            }
        }
    }
}
