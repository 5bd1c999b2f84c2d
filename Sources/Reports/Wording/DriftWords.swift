import Foundation
package import Study

extension AnalysisDrift {
    /// Whether a report must say first what became of the analysis plan: not where it is what was frozen before the first
    /// vote, or nobody has voted yet.
    package var needsNotice: Bool {
        switch kind {
        case .unchanged, .changedBeforeFirstVote: false
        case .damaged: true
        case .changedAfterFirstVote, .frozenAfterFirstVote, .neverFrozen: firstVote != nil
        }
    }

    /// What a report must say first of the analysis plan; nil where the plan is what was frozen before the first vote, or
    /// nobody has voted yet.
    package func notice(_ words: ReportTexts) -> String? {
        guard needsNotice else { return nil }
        let was = earlier.map { frozen($0.hash, $0.frozenAt, words) } ?? ""
        let today = frozen(hash, frozenAt, words)
        let vote = firstVote?.formatted(.iso8601) ?? ""
        return switch kind {
        case .unchanged, .changedBeforeFirstVote: nil
        case .damaged: words.methods(.driftDamaged, ["was": was, "today": today])
        case .changedAfterFirstVote:
            words.methods(.driftChanged, ["vote": vote, "was": was, "today": today]) + settings(words)
        case .frozenAfterFirstVote:
            words.methods(.driftFrozenLate, ["vote": vote, "was": was, "today": today]) + settings(words)
        case .neverFrozen: words.methods(.driftNeverFrozen, ["plan": "\(plan.prefix(12))", "today": today])
        }
    }

    /// What was changed; hypotheses may change their order alone.
    private func settings(_ words: ReportTexts) -> String {
        guard !changes.isEmpty else { return "" }
        let absent = words.methods(.driftAbsent)
        let settings = changes.map {
            words.methods(
                .driftSetting, ["key": $0.key, "before": $0.before ?? absent, "after": $0.after ?? absent])
        }
        let changes = settings.joined(separator: words.methods(.listGap))
        return words.gap + words.methods(.driftSettings, ["changes": changes])
    }

    private func frozen(_ hash: String, _ time: Date?, _ words: ReportTexts) -> String {
        let hash = "\(hash.prefix(12))"
        guard let time else { return words.methods(.driftNotFrozen, ["hash": hash]) }
        return words.methods(.driftFrozen, ["hash": hash, "time": time.formatted(.iso8601)])
    }
}
