extension Proportion {
    /// The score interval for the rate: all rates that a normal test with its own standard error does not reject.
    ///
    /// Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    package func wilson(level: Double) -> Estimate<Interval> {
        rate.map { rate in
            let trials = Double(trials)
            let z = NormalDistribution.quantile(upperTail: (1 - level) / 2)
            let shrinkage = 1 + z * z / trials
            let middle = (rate + z * z / (2 * trials)) / shrinkage
            let half = z / shrinkage * (rate * (1 - rate) / trials + z * z / (4 * trials * trials)).squareRoot()
            return Interval(
                low: successes == 0 ? 0 : max(0, middle - half),
                high: successes == self.trials ? 1 : min(1, middle + half))
        }
    }
}
