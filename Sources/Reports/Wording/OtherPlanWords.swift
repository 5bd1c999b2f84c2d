import Analysis
package import Study

extension VoteCounts {
    /// What a report must say of votes that the study has under other plans; nil where there are none.
    package func otherPlansNotice(_ language: Language) -> String? {
        guard otherPlans > 0 else { return nil }
        return language == .english
            ? "\(otherPlans.counted("vote")) of this study \(otherPlans.word("was", "were")) given under other plans and \(otherPlans.word("is", "are")) not in "
                + "these results."
            : "この調査には他の計画のもとで投じられた\(otherPlans)票があり、この結果には含まれない。"
    }
}
