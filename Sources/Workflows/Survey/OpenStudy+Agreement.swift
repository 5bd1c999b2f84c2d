import Answers
import Foundation
import Study
import StudyStore
import Text

extension OpenStudy {
    /// Says which of these sessions have votes of people who did not agree to take part, who agreed to a text that is none of
    /// the plan's, or whom the plan does not admit. The page and the terminal write no such answers: a file lost lines, or
    /// somebody changed it.
    ///
    /// - Parameters:
    ///   - sessions: sessions of one plan.
    ///   - hash: that plan.
    /// - Throws: ``Failure`` and `StudyStoreError` where what the plan shows cannot be read.
    func sayUnagreed(_ sessions: some Sequence<SessionRecord>, ofPlan hash: String) throws {
        let people = sessions.filter { $0.votes > 0 && !$0.header.isSimulated }
        guard !people.isEmpty, let plan = try store.outline(ofPlan: hash) else { return }
        if plan.survey.consent.isRequired {
            say(people.filter { !$0.hasConsent }, "votes, but no consent", "whoever gave them may not have agreed")
            let known = try Set(ParticipantTexts(self).consents(of: plan).values.flatMap(\.values).map(\.sha256))
            say(
                people.filter { $0.consent.map { !known.contains($0) } ?? false },
                "the consent to a text that is none of the plan's",
                "`dotchi survey plan --export FILE` writes those that are, `dotchi votes sessions` what each agreed to")
        }
        say(
            people.filter { $0.excluded == .notAdmitted }, "answers that the plan does not admit",
            "their votes are left out (\(ExclusionRule.notAdmitted.rawValue))")
        let unanswered = people.filter { session in
            session.excluded != .notAdmitted && plan.survey.screening(session.answers) != nil
        }
        say(
            unanswered, "votes, but not every answer by which the plan admits people", "their votes count all the same")
    }

    private func say(_ sessions: [SessionRecord], _ what: String, _ then: String) {
        guard !sessions.isEmpty else { return }
        reporter.note(
            "\(sessions.count.counted("session has", "sessions have")) \(what): "
                + "\(SessionName.list(sessions.map(\.header.session))); \(then).")
    }
}
