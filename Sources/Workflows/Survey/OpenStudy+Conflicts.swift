import Study
import StudyStore

extension OpenStudy {
    /// The most contradictions that are said one by one.
    private static let mostConflicts = 20

    /// Says which sessions of one participant contradict each other.
    ///
    /// - Parameters:
    ///   - plans: the plans looked at, by their hashes.
    ///   - sessions: only contradictions that one of these sessions is part of; nil says all.
    func sayConflicts(ofPlans plans: some Sequence<String>, among sessions: Set<String>? = nil) throws {
        var conflicts = try plans.flatMap { try store.conflicts(ofPlan: $0) }
        if let sessions { conflicts.removeAll { sessions.isDisjoint(with: $0.sessions) } }
        for conflict in conflicts.prefix(Self.mostConflicts) { reporter.note("\(conflict).") }
        guard !conflicts.isEmpty else { return }
        let others = conflicts.count - Self.mostConflicts
        reporter.note(
            "\(others > 0 ? "\(others.counted("other participant has", "other participants have")) contradicting sessions too. " : "")Whoever knows a "
                + "participant's id can answer under it; of several sessions the first complete one that arrived counts."
        )
    }
}
