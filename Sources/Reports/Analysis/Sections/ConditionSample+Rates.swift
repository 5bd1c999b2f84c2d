import Parallel
import Preference

extension ConditionSample {
    /// The rates, or the one row that says why there are none.
    func rates(_ options: AnalysisOptions) -> [RateRow] {
        guard let counts else { return loneMethod }
        let table = SelectionRate.table(counts)
        let resampled = ResampledRates(self, table, options: options)
        return table.indices.map { $0 }.mapOnAllCores { place in
            var row = RateRow(table[place], of: self, options: options)
            row.addEvidence(of: table[place], in: self, options: options)
            row.bootstrap = resampled.people[place].mapError(table[place].reason)
            row.twoWayBootstrap = resampled.peopleAndImages[place].mapError(table[place].reason)
            return row
        }
    }

    /// The rates with what needs neither order nor resamples nor a model.
    func plainRates(_ options: AnalysisOptions) -> [RateRow] {
        guard let counts else { return loneMethod }
        return SelectionRate.table(counts).mapOnAllCores { RateRow($0, of: self, options: options) }
    }

    private var loneMethod: [RateRow] { methods.first.map { [RateRow(method: $0, noneBesideUnder: name)] } ?? [] }

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
