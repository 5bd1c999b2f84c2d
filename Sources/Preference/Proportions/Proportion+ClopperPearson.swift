extension Proportion {
    /// The exact interval for the rate: all rates at which neither binomial tail from the count on is below half the
    /// error. It covers at least as often as it says.
    ///
    /// Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
    /// Biometrika 26 (1934).
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    package func clopperPearson(level: Double) -> Estimate<Interval> {
        guard trials > 0 else { return .failure(.noVotes) }
        let tail = (1 - level) / 2
        let successes = Double(successes)
        let failures = Double(trials - self.successes)
        let low = successes == 0 ? 0 : BetaDistribution(successes, failures + 1).quantile(lowerTail: tail)
        let high = failures == 0 ? 1 : 1 - BetaDistribution(failures, successes + 1).quantile(lowerTail: tail)
        return .success(Interval(low: low, high: high))
    }
}
