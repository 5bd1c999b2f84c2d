import Preference

extension PairCounts {
    /// The votes of `comparisons`, the left one as the first.
    init(items: Int, comparisons: [Comparison]) {
        self.init(items: items)
        for comparison in comparisons {
            let count = Double(comparison.count)
            switch comparison.outcome {
            case .left: add(first: comparison.left, second: comparison.right, firstWins: count)
            case .right: add(first: comparison.left, second: comparison.right, secondWins: count)
            case .tie: add(first: comparison.left, second: comparison.right, ties: count)
            }
        }
    }
}

extension SelectionRate {
    /// The rates of all methods, from single votes.
    static func table(methods: Int, comparisons: [Comparison]) -> [SelectionRate] {
        table(PersonPairCounts(items: methods, comparisons: comparisons))
    }
}

extension BradleyTerry {
    /// The covariance with people as clusters, from single votes.
    func clusteredCovariance(of comparisons: [Comparison]) -> Estimate<ClusteredCovariance> {
        clusteredCovariance(of: PersonPairCounts(items: logWorths.count, comparisons: comparisons))
    }
}
