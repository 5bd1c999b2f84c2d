extension PairCounts {
    /// Whether the votes bound an order effect from both sides, where they meet Ford's condition (``ComparisonGraph``).
    ///
    /// Adding t to the log-odds of every first item, and t times a shift of each item's own, makes no vote less probable
    /// where for every win shift(winner) - shift(loser) is at least -1 if the winner stood first, and at least 1 if it
    /// stood second. If there are such shifts, t grows without end or cannot be told. They exist where no ring of wins
    /// (A over B over ... over A) has more winners that stood second than first; the same holds with the sides
    /// exchanged. Bellman and Ford's algorithm finds such a ring.
    package var boundsOrderEffect: Bool { hasRing(forFirst: 1) && hasRing(forFirst: -1) }

    /// Whether a ring of wins adds up to less than 0, where a winner that stood first counts `forFirst` and another one
    /// the opposite.
    private func hasRing(forFirst weight: Int) -> Bool {
        let cells = orderedPairs
        var shifts = [Int](repeating: 0, count: items)
        for _ in 0..<items {
            var isSettled = true
            func relax(_ winner: Int, _ loser: Int, _ weight: Int) {
                guard shifts[winner] + weight < shifts[loser] else { return }
                shifts[loser] = shifts[winner] + weight
                isSettled = false
            }
            for cell in cells {
                if cell.firstWins > 0 { relax(cell.first, cell.second, weight) }
                if cell.secondWins > 0 { relax(cell.second, cell.first, -weight) }
            }
            if isSettled { return false }
        }
        return true
    }
}
