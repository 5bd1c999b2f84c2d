package import Study

extension AnalysisDrift {
    /// What a report must say first of the analysis plan, in Japanese or in English; nil where the plan is what was frozen before the
    /// first vote, or nobody has voted yet.
    package func notice(_ language: Language) -> String? {
        switch kind {
        case .unchanged, .changedBeforeFirstVote: nil
        case .damaged: text(language)
        case .changedAfterFirstVote, .frozenAfterFirstVote, .neverFrozen:
            firstVote == nil ? nil : text(language)
        }
    }

    private func text(_ language: Language) -> String { language.isJapanese ? japanese : description }

    private var japanese: String {
        let what =
            switch kind {
            case .unchanged, .changedBeforeFirstVote: ""
            case .changedAfterFirstVote: "分析計画は最初の投票の前に固定されたものから変更されています"
            case .frozenAfterFirstVote: "分析計画が固定されたのは最初の投票の後です"
            case .neverFrozen: "分析計画は固定されていません"
            case .damaged: "固定された分析計画の記録が壊れているため、変更の有無はわかりません"
            }
        let hashes = (earlier.map { "固定時 \($0.hash.prefix(12))、" } ?? "") + "現在 \(hash.prefix(12))"
        let keys = changes.map { "\($0.key)：\($0.before ?? "–") → \($0.after ?? "–")" }
        return "\(what)（\(hashes)）。" + (keys.isEmpty ? "" : "変更：\(keys.joined(separator: "、"))。")
    }
}

extension Language {
    /// Whether it is Japanese, of whatever region. Sentences that are made in code are Japanese or English.
    var isJapanese: Bool { rawValue == "ja" || rawValue.hasPrefix("ja-") }
}
