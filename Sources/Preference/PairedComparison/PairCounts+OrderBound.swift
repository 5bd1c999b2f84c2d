extension PairCounts {
    /// Whether the votes bound an order effect from both sides, where they meet Ford's condition (``ComparisonGraph``).
    ///
    /// Adding t to the log-odds of every first item, and t times a shift of each item's own, makes no vote less
    /// probable where for every win shift(winner) - shift(loser) is at least -1 if the winner stood first, and at least
    /// 1 if it stood second. If there are such shifts, t grows without end or cannot be told. They exist where no ring
    /// of wins (A over B over ... over A) has more winners that stood second than first; the same holds with the sides
    /// exchanged.
    package var boundsOrderEffect: Bool { hasRing(forFirst: 1) && hasRing(forFirst: -1) }

    /// Whether a ring of wins adds up to less than 0, where a winner that stood first counts `forFirst` and another one
    /// the opposite.
    private func hasRing(forFirst weight: Int) -> Bool {
        orderedPairs.flatMap { cell in
            (cell.firstWins > 0 ? [WeightedStep(from: cell.first, to: cell.second, weight: weight)] : [])
                + (cell.secondWins > 0 ? [WeightedStep(from: cell.second, to: cell.first, weight: -weight)] : [])
        }.haveNegativeRing(places: items)
    }
}
