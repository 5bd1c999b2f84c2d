import Parallel
import Preference

extension ConditionSample {
    /// The rates, or the one row that says why there are none.
    func rates(_ options: AnalysisOptions) -> [RateRow] {
        if let only = methods.first, methods.count == 1 {
            return [RateRow(method: only, noneBesideUnder: name)]
        }
        return SelectionRate.table(methods: methods.count, comparisons: comparisons)
            .mapOnAllCores { RateRow($0, of: self, options: options) }
    }

    /// The rate of each method against all others together, of some of the sample's votes; two methods or more.
    func ratesAgainstAll(_ comparisons: [Comparison]) -> [SelectionRate] {
        let table = SelectionRate.table(methods: methods.count, comparisons: comparisons)
        return methods.count > 2 ? table.filter { $0.against == nil } : table
    }

    /// The counts of a rate's people who finished, in the order in which they did.
    func finished(_ rate: SelectionRate) -> [Proportion] {
        zip(rate.persons, rate.people).compactMap { person, votes in
            finishes[person].map { (finish: $0, votes: votes) }
        }
        .sorted { $0.finish < $1.finish }.map(\.votes)
    }
}
