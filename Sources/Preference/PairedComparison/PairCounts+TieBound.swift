extension PairCounts {
    /// Whether the votes, which have ties, bound their share, where wins and ties lead from every item to every other
    /// one (``ComparisonGraph``).
    ///
    /// Adding t to the logarithm of ``Davidson/nu``, and 2t times a shift of each item's own to its log-worth, makes no
    /// vote less probable where shift(winner) - shift(loser) is at least 1 for every win and at most 1 either way for
    /// every tie. If there are such shifts, t grows without end. They exist where no ring of wins and ties has more
    /// wins than ties.
    package var boundsTies: Bool {
        pairs.flatMap { cell in
            let (there, back) = ((cell.first, cell.second), (cell.second, cell.first))
            return (cell.firstWins > 0 ? [(there, -1)] : []) + (cell.secondWins > 0 ? [(back, -1)] : [])
                + (cell.ties > 0 ? [(there, 1), (back, 1)] : [])
        }
        .map { WeightedStep(from: $0.0.0, to: $0.0.1, weight: $0.1) }
        .haveNegativeRing(places: items)
    }
}
