package import Analysis

/// One of the paper's tables: what each method of a condition was chosen, and what it cost to train.
package struct ConditionTable: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The methods, in the order of the study.
    package var rows: [MethodRow]
    /// How much of it comes from simulated people.
    package var simulation: Simulated
    /// Confidence level of the intervals.
    package var level: Double
    /// What the votes are, where it must not be taken for granted; every copy of the table says it.
    package var remark: String?

    /// A table of these rows.
    package init(
        condition: String?, rows: [MethodRow], simulation: Simulated, level: Double, remark: String? = nil
    ) {
        self.condition = condition
        self.rows = rows
        self.simulation = simulation
        self.level = level
        self.remark = remark
    }

    /// The tables of all conditions that `summary` has rates for, in its order.
    ///
    /// A method's rate is against the other method, or with more than two against all others together.
    /// - Parameters:
    ///   - summary: The rates.
    ///   - runs: What training took; methods without a run keep empty cells.
    ///   - labels: Names of methods for people; those left out are called by their name.
    ///   - remark: What the votes are, where it must not be taken for granted.
    package static func tables(
        of summary: AnalysisSummary, runs: [RunFacts], labels: [String: String] = [:], remark: String? = nil
    ) -> [ConditionTable] {
        summary.conditions.map { condition in
            let rows = condition.methods.compactMap { method -> MethodRow? in
                let rates = summary.rates.filter { $0.condition == condition.name && $0.method == method }
                guard let rate = rates.first(where: { $0.against == nil }) ?? rates.first else { return nil }
                return MethodRow(
                    label: labels[method] ?? method, rate: rate,
                    run: runs.first { $0.condition == condition.name && $0.method == method })
            }
            return ConditionTable(
                condition: condition.name, rows: rows,
                simulation: Simulated(votes: condition.simulated, of: condition.votes), level: summary.level,
                remark: remark)
        }
    }

    /// Where the condition matches training time: the method whose time is matched and the others, with the differences
    /// to it in seconds. Nil where it matches none or the times are not known.
    package var timeMatch: TimeMatch? {
        guard let name = rows.lazy.compactMap({ $0.run?.matchTimeOf }).first,
            let matched = rows.first(where: { $0.rate.method == name }), let seconds = matched.run?.seconds
        else { return nil }
        let others = rows.compactMap { row -> TimeMatch.Other? in
            guard row.rate.method != name, let time = row.run?.seconds else { return nil }
            return TimeMatch.Other(label: row.label, seconds: time, difference: time - seconds)
        }
        return others.isEmpty ? nil : TimeMatch(label: matched.label, seconds: seconds, others: others)
    }
}
