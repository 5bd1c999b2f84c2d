package import Study
import Votes

/// How far a study has come towards its stopping rule: `stopping` in the analysis.
package struct StoppingProgress: Sendable, Hashable {
    /// The rule.
    package var rule: StoppingRule
    /// People who answered all that they were asked and have votes that count; those whom a rule leaves out are not among
    /// them.
    package var reached: Int

    /// Whether a fixed number of people was planned and has not been reached: what the votes say is no verdict yet, since
    /// whoever looks now and again before the end finds more than there is. A rule by e-values allows every look.
    package var isInterim: Bool { rule.kind == .fixed && reached < rule.people ?? 0 }

    /// The progress of some rows of a table.
    init(_ rule: StoppingRule, counted: some Sequence<Int>, of table: VoteTable) {
        self.rule = rule
        let people = Set(counted.lazy.map { table.person[$0] })
        reached = people.count { $0 >= 0 && !table.unfinished.contains($0) }
    }
}
