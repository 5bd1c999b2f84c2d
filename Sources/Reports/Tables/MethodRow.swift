package import Analysis

/// One method of a table.
package struct MethodRow: Sendable, Hashable {
    /// The method's name for people.
    package var label: String
    /// Its rate, with counts and intervals; `rate.method` is its short name.
    package var rate: RateRow
    /// What its training took, where known.
    package var run: RunFacts?

    /// A row.
    package init(label: String, rate: RateRow, run: RunFacts? = nil) {
        self.label = label
        self.rate = rate
        self.run = run
    }
}
