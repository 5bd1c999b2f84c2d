import Analysis
import Preference

/// What is shown of estimates whose number grows with the square of the methods or of the conditions.
extension AnalysisSummary {
    /// More comparisons than those of ten conditions of two methods nobody reads.
    static let mostComparisons = 90
    /// More rates of one method against another than those of fifteen methods nobody reads.
    static let mostPairRates = 210

    /// The comparisons of conditions; of many those with the smallest p, in their order.
    var tellingComparisons: [ConditionComparison] {
        guard comparisons.count > Self.mostComparisons else { return comparisons }
        let p = comparisons.map(\.tellingP)
        return p.indices.sorted { (p[$0], $0) < (p[$1], $1) }.prefix(Self.mostComparisons).sorted()
            .map { comparisons[$0] }
    }

    /// The row of each method of a condition against the other, or against all others.
    func leadingRates(of condition: ConditionVotes) -> [RateRow] {
        var leading: [String: RateRow] = [:]
        for row in rates where row.condition == condition.name {
            if leading[row.method] == nil || row.against == nil { leading[row.method] = row }
        }
        return condition.methods.compactMap { leading[$0] }
    }
}

extension ConditionComparison {
    /// The p by which it is shown before others: that by person, else Fisher's.
    var tellingP: Double { clustered.value?.p ?? naive.value?.fisherP ?? 1 }
}
