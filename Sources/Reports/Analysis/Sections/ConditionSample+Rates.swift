import Preference

extension ConditionSample {
    /// The rates, or the one row that says why there are none.
    func rates(level: Double) -> [RateRow] {
        if let only = methods.first, methods.count == 1 {
            return [RateRow(method: only, noneBesideUnder: name)]
        }
        return SelectionRate.table(methods: methods.count, comparisons: comparisons)
            .map { RateRow($0, condition: name, methods: methods, level: level) }
    }
}
