package import Study

/// The way from judgements to rates: count by condition, pair and person, then estimate.
package enum Analysis {
    /// The rule by which only the first complete session of a person counts.
    package static let repeatedSession = "repeated_session"
    /// The rule by which a vote between two images of the same method is in no rate.
    package static let sameMethod = "same_method"
    /// The rule by which votes of simulated people are in no rate, where that is asked for.
    package static let simulatedPeople = "simulated_people"
    /// Votes are refused beyond this many: a count that large is mistyped. Products of two counts up to it are exact in
    /// double precision (below 2^53).
    package static let mostVotes = 90_000_000

    /// The rates that `judgements` give.
    ///
    /// Rows stand in the order of `conditions` and of their methods; conditions that only the votes know follow in the
    /// order of their names, methods that only the votes know in the order of `methods`, then of their names: the order of
    /// the votes changes nothing. A condition
    /// nobody voted under keeps its rows, with the reason in place of numbers.
    /// - Parameters:
    ///   - judgements: The votes of main trials, in any order.
    ///   - conditions: The study's conditions; none for a file of votes without a study.
    ///   - methods: Names of methods in the order wished for, where no condition orders them.
    ///   - rules: Rules that were applied, whose rows stand in the funnel also where they left nothing out.
    ///   - level: Confidence level of the intervals; above 0.5, below 1.
    /// - Throws: ``AnalysisError`` for counts that are negative or too large to be votes.
    package static func summarise(
        _ judgements: [Judgement], conditions: [Condition] = [], methods: [String] = [], rules: [String] = [],
        level: Double = 0.95
    ) throws(AnalysisError) -> AnalysisSummary {
        precondition(level > 0.5 && level < 1, "level is above 0.5 and below 1")
        var counter = VoteCounter(rules: rules)
        for (index, judgement) in judgements.enumerated() { try counter.add(judgement, number: index + 1) }

        let listed = Set(conditions.map(\.name))
        let planned = conditions.map { condition in
            (counter.conditions.first { $0.name == condition.name } ?? ConditionCount(name: condition.name))
                .ordered(by: methods, listed: condition.methods)
        }
        let others = counter.conditions
            .filter { count in !(count.name.map(listed.contains) ?? false) }
            .sorted { $0.name ?? "" < $1.name ?? "" }
            .map { $0.ordered(by: methods, listed: []) }
        let counts = planned + others
        return AnalysisSummary(
            votes: counter.votes, funnel: counter.funnel, conditions: counts.map(\.summary),
            rates: counts.flatMap { $0.rates(level: level) }, level: level)
    }
}
