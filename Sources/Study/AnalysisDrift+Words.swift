import Foundation

extension AnalysisDrift: CustomStringConvertible {
    /// What became of the analysis plan, in whole English sentences on one line.
    package var description: String {
        let today = "\(hash.prefix(12))" + (frozenAt.map { " (frozen \(Self.time($0)))" } ?? " (not frozen)")
        let was = earlier.map { "\($0.hash.prefix(12)) (frozen \(Self.time($0.frozenAt)))" } ?? ""
        let vote = firstVote.map { " (\(Self.time($0)))" } ?? ""
        switch kind {
        case .unchanged:
            let votes = firstVote == nil ? "nobody has voted yet" : "before the first vote\(vote)"
            return "The analysis plan is \(was), \(votes)."
        case .changedBeforeFirstVote:
            return "The analysis plan was changed before the first vote\(vote): it was \(was) and is \(today)."
                + difference + (frozenAt == nil ? " \(advice)" : "")
        case .changedAfterFirstVote:
            return
                "The analysis plan is not the one that was frozen before the first vote\(vote): that was \(was), and it "
                + "is \(today)." + difference
        case .frozenAfterFirstVote:
            return "The analysis plan was first frozen after the first vote\(vote): \(was); it is \(today)."
                + difference
        case .neverFrozen:
            return "The analysis plan was never frozen. \(advice)"
        case .damaged:
            return
                "The record of the analysis plan \(was) is damaged: its settings are not those that have this hash. Nobody can "
                + "tell from it whether the analysis plan was changed. `dotchi doctor` reads all records; put a copy of "
                + "study.sqlite back."
        }
    }

    /// How today's is frozen for the same votes: without --again newer pools would make another plan.
    private var advice: String {
        "`dotchi survey plan --again \(plan.prefix(12))` freezes it; the survey's plan and its votes stay in use."
    }

    private var difference: String {
        // Hypotheses may change their order alone.
        changes.isEmpty ? "" : " Changed: \(changes.map(\.description).joined(separator: "; "))."
    }

    private static func time(_ time: Date) -> String { time.formatted(.iso8601) }
}
