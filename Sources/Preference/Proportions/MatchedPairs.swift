/// What the same people said twice, as under two conditions: only those who changed their minds tell of a difference.
///
/// The model: the pairs are independent, and one who changes does so with an unknown rate in the first direction. Under
/// equal conditions that rate is one half.
package struct MatchedPairs: Sendable, Hashable {
    /// Pairs that succeeded the first time only.
    package let onlyFirst: Int
    /// Pairs that succeeded the second time only.
    package let onlySecond: Int

    /// The pairs that differ; each count at least 0.
    package init(onlyFirst: Int, onlySecond: Int) {
        precondition(onlyFirst >= 0 && onlySecond >= 0, "counts from 0")
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
    }

    /// McNemar's exact two-sided p-value of equal conditions: the binomial test of the pairs that differ; 1 where none
    /// does.
    ///
    /// McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
    /// Psychometrika 12 (1947).
    package var mcNemarP: Double {
        let changed = Proportion(successes: onlyFirst, trials: onlyFirst + onlySecond)
        return (try? changed.exactP().get()) ?? 1
    }
}
