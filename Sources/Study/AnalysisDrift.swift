package import Foundation

/// How today's analysis plan compares with the frozen one, and when that was frozen.
package struct AnalysisDrift: Sendable, Hashable {
    /// What became of the plan.
    package let kind: Kind
    /// What today's is compared with: the last that was frozen before the first vote where it was changed after that, else
    /// the first that was frozen; nil where none was.
    package let earlier: FrozenAnalysis?
    /// The hash of the survey's plan.
    package let plan: String
    /// SHA-256 of today's analysis plan.
    package let hash: String
    /// When today's was frozen; nil where it never was, so that nobody knows since when it is what it is.
    package let frozenAt: Date?
    /// When a person first voted; nil before that.
    package let firstVote: Date?
    /// What is different today from ``earlier``, by the keys of study.yaml.
    package let changes: [SettingChange]

    /// What can become of an analysis plan.
    package enum Kind: String, Sendable, CaseIterable {
        /// It is what was frozen first, before the first vote.
        case unchanged
        /// It was changed while nobody had voted, as anybody may.
        case changedBeforeFirstVote = "changed_before_first_vote"
        /// It is not what was frozen before the first vote: whoever changed it may have seen votes.
        case changedAfterFirstVote = "changed_after_first_vote"
        /// It was first frozen when people had voted.
        case frozenAfterFirstVote = "frozen_after_first_vote"
        /// It was never frozen, as by an older dotchi.
        case neverFrozen = "never_frozen"
        /// What was frozen is recorded with other settings than its hash names, so that nobody knows.
        case damaged
    }

    /// Compares.
    ///
    /// Settings are compared by what they say, so that a key that a later dotchi knows changes nothing. Before the first
    /// vote is what was frozen when the store had no vote of a person, and no vote that came later was given earlier.
    ///
    /// - Parameters:
    ///   - settings: today's, of study.yaml.
    ///   - hash: SHA-256 of them.
    ///   - plan: the hash of the survey's plan.
    ///   - frozen: what was frozen for that plan, in its order.
    ///   - damaged: one of them whose settings have another hash than it is recorded with.
    ///   - firstVote: when a person first voted on that plan.
    ///   - changes: names all that differs between two analysis plans.
    package init(
        of settings: AnalysisSettings, hash: String, plan: String, frozen: [FrozenAnalysis],
        damaged: FrozenAnalysis? = nil, firstVote: Date?,
        naming changes: (_ before: AnalysisSettings, _ after: AnalysisSettings) -> [SettingChange]
    ) {
        self.plan = plan
        self.firstVote = firstVote
        if let damaged {
            kind = .damaged
            earlier = damaged
            self.hash = hash
            frozenAt = nil
            self.changes = []
            return
        }
        let ahead = frozen.prefix { $0.votes == 0 && $0.frozenAt <= firstVote ?? .distantFuture }
        let isVotedOn = firstVote != nil || frozen.contains { $0.votes > 0 }
        switch (frozen.first, ahead.last) {
        case (nil, _):
            kind = .neverFrozen
            earlier = nil
        case (let first?, nil):
            kind = .frozenAfterFirstVote
            earlier = first
        case (let first?, let last?):
            if settings == last.settings || !isVotedOn {
                kind = settings == first.settings ? .unchanged : .changedBeforeFirstVote
                earlier = first
            } else {
                kind = .changedAfterFirstVote
                earlier = last
            }
        }
        let same = frozen.last { $0.settings == settings }
        self.hash = same?.hash ?? hash
        frozenAt = same?.frozenAt
        self.changes = earlier.map { changes($0.settings, settings) } ?? []
    }
}
