import Answers
import Foundation
import Study
import StudyStore
import Text

extension OpenStudy {
    /// The most contradictions that are said one by one.
    private static let mostConflicts = 20

    /// Says which sessions of one participant contradict each other, and which say that they are older than their plan or
    /// younger than their arrival.
    ///
    /// - Parameters:
    ///   - plans: the plans looked at, by their hashes.
    ///   - sessions: only contradictions that one of these sessions is part of; nil says all.
    func sayConflicts(ofPlans plans: some Sequence<String>, among sessions: Set<String>? = nil) throws {
        var conflicts = try plans.flatMap { try store.conflicts(ofPlan: $0) }
        if let sessions { conflicts.removeAll { sessions.isDisjoint(with: $0.sessions) } }
        for conflict in conflicts.prefix(Self.mostConflicts) { reporter.note("\(conflict).") }
        try sayOddStarts(ofPlans: plans, among: sessions)
        guard !conflicts.isEmpty else { return }
        let others = conflicts.count - Self.mostConflicts
        reporter.note(
            "\(others > 0 ? "\(others.counted("other participant has", "other participants have")) contradicting sessions too. " : "")Whoever knows a "
                + "participant's id can answer under it; of several sessions the first complete one that arrived counts; what one "
                + "`votes import` brings arrives at one time, and of that what was started first by its own clock."
        )
    }

    /// Says which sessions were started before their plan was frozen, or after they arrived, as they say themselves.
    private func sayOddStarts(ofPlans plans: some Sequence<String>, among sessions: Set<String>?) throws {
        func say(_ found: [String], _ when: (Int) -> String) {
            let named = found.filter { sessions?.contains($0) ?? true }
            guard !named.isEmpty else { return }
            reporter.note(
                "\(named.count.counted("session")) \(named.count.word("says of itself that it was", "say of themselves that they were")) "
                    + "started \(when(named.count)): \(SessionName.list(named)). A clock was wrong, or a file does not say what happened."
            )
        }
        for plan in plans {
            if let (early, frozenAt) = try store.sessionsBeforeFreezing(ofPlan: plan) {
                say(early) { "before \($0.word("its", "their")) plan was frozen (\(frozenAt.formatted(.iso8601)))" }
            }
            say(try store.sessionsAfterArrival(ofPlan: plan)) {
                "more than a day after \($0.word("its answers", "their answers")) arrived"
            }
        }
    }
}
