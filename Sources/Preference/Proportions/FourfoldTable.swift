/// Two proportions side by side, as for two conditions: successes and failures of each.
package struct FourfoldTable: Sendable, Hashable {
    /// The first group's counts.
    package let first: Proportion
    /// The second group's counts.
    package let second: Proportion

    /// The table of two groups of independent trials.
    package init(_ first: Proportion, _ second: Proportion) {
        self.first = first
        self.second = second
    }
}
