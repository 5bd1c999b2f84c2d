import Parallel
import Preference

extension ConditionSample {
    /// The rates, or the one row that says why there are none.
    ///
    /// What B's rate against A says of evidence mirrors that of A's against B, so that only one of them is asked for it.
    func rates(_ options: AnalysisOptions) -> [RateRow] {
        guard let counts else { return loneMethod }
        let table = SelectionRate.table(counts)
        let asked = table.indices.filter { place in table[place].against.map { table[place].method < $0 } ?? true }
        let resampled = ResampledRates(self, asked.map { table[$0] }, options: options)
        let found = asked.indices.map { $0 }.mapOnAllCores { number in
            let rate = table[asked[number]]
            var evidence = RateEvidence(rate, of: self, options: options)
            evidence.bootstrap = resampled.people[number]
            evidence.twoWayBootstrap = resampled.peopleAndImages[number]
            return evidence
        }
        let evidence = Dictionary(
            uniqueKeysWithValues: zip(asked, found).map { place, evidence in
                ([table[place].method, table[place].against ?? -1], evidence)
            })
        return table.mapOnAllCores { rate in
            var row = RateRow(rate, of: self, options: options)
            if let own = evidence[[rate.method, rate.against ?? -1]] {
                row.take(own)
            } else if let other = evidence[[rate.against ?? -1, rate.method]] {
                row.take(other.ofLosses)
            }
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
