import Parallel
import Preference

extension ConditionSample {
    /// The rates, or the one row that says why there are none.
    func rates(_ options: AnalysisOptions) -> [RateRow] {
        guard let counts else {
            return methods.first.map { [RateRow(method: $0, noneBesideUnder: name)] } ?? []
        }
        return SelectionRate.table(counts).mapOnAllCores { RateRow($0, of: self, options: options) }
    }

    /// The rate of each method against all others together.
    var ratesAgainstAll: [SelectionRate] { counts.map(Self.againstAll) ?? [] }

    /// The rate of each method against all others together, of some of the sample's votes; none of a lone method.
    func ratesAgainstAll(_ comparisons: [Comparison]) -> [SelectionRate] {
        methods.count < 2
            ? [] : Self.againstAll(PersonPairCounts(items: methods.count, comparisons: comparisons))
    }

    private static func againstAll(_ counts: PersonPairCounts) -> [SelectionRate] {
        let table = SelectionRate.table(counts)
        return counts.items > 2 ? table.filter { $0.against == nil } : table
    }

    /// The counts of a rate's people who finished, in the order in which they did.
    func finished(_ rate: SelectionRate) -> [Proportion] {
        zip(rate.persons, rate.people).compactMap { person, votes in
            finishes[person].map { (finish: $0, votes: votes) }
        }
        .sorted { $0.finish < $1.finish }.map(\.votes)
    }
}
