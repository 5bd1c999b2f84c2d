extension [Double] {
    /// These p-values, each raised to the level at which the procedure of Benjamini and Hochberg rejects it, in their
    /// order. Of all rejected up to a level, the expected share of false ones is at most the level where the tests are
    /// independent or depend positively.
    ///
    /// Benjamini and Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57
    /// (1995).
    package var benjaminiHochbergAdjusted: [Double] {
        var adjusted = self
        var most = 1.0
        for (rank, index) in indices.sorted(by: { (self[$0], $0) < (self[$1], $1) }).enumerated().reversed() {
            most = Swift.min(most, self[index] * Double(count) / Double(rank + 1))
            adjusted[index] = most
        }
        return adjusted
    }
}
