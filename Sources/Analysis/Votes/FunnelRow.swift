import Preference
package import Votes

/// What one rule left out.
package struct FunnelRow: Sendable, Hashable {
    /// The rule's name, as the votes' CSV gives it.
    package var rule: String
    /// People who lost at least one vote by it (they may have others that count).
    package var people: Int
    /// Votes it left out.
    package var votes: Int
    /// The share of all people that the plan expected it to leave out, 0 ... 1; nil where it expected nothing.
    package var planned: Double?
    /// Whether it left out far more people than planned; nil where nothing was planned.
    package var alarm: Bool?
    /// The people that the plan speaks of: those whom no rule without a plan leaves out; nil where nothing was planned.
    package var outOf: Int?
    /// The least share of its trials that a complete session has votes on, 0 ... 1, where the rule goes by that; nil elsewhere,
    /// and where a session needs all of them.
    package var completeShare: Double?
    /// What people failed whom it left out, where the rule goes by that; nil elsewhere.
    package var failed: FailedAttention?

    /// A row without a plan.
    package init(rule: String, people: Int, votes: Int) {
        self.rule = rule
        self.people = people
        self.votes = votes
    }

    /// A row beside the plan, if there is one.
    ///
    /// Far more than planned: so many or more people would be left out with a probability below 0.01, if each were with
    /// the planned probability, independently.
    ///
    /// - Parameter all: the people that the plan speaks of.
    package init(rule: String, people: Int, votes: Int, planned: Double?, of all: Int) {
        self.init(rule: rule, people: people, votes: votes)
        self.planned = planned
        outOf = planned.map { _ in all }
        alarm = planned.map { planned in
            people > 0
                && BinomialDistribution(trials: all, probability: planned).upperTail(from: people) < 0.01
        }
    }
}
