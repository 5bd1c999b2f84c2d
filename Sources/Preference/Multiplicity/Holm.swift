extension [Double] {
    /// These p-values, each raised to the level at which Holm's procedure rejects it, in their order. Rejecting all up to
    /// a level keeps the probability of any false rejection at most there, however the tests depend on each other.
    ///
    /// Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
    package var holmAdjusted: [Double] {
        var adjusted = self
        var least = 0.0
        for (rank, index) in indices.sorted(by: { (self[$0], $0) < (self[$1], $1) }).enumerated() {
            least = Swift.min(1, Swift.max(least, self[index] * Double(count - rank)))
            adjusted[index] = least
        }
        return adjusted
    }
}
