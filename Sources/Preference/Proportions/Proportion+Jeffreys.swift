extension Proportion {
    /// The interval between equal tails of the beta distribution that Jeffreys' prior Beta(1/2, 1/2) becomes with the
    /// counts. Over all rates it covers about as often as it says; at the ends of 0 ... 1 it does not reach them.
    ///
    /// Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001), without
    /// their change at the ends, as statsmodels.
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    package func jeffreys(level: Double) -> Estimate<Interval> {
        guard trials > 0 else { return .failure(.noVotes) }
        let tail = (1 - level) / 2
        let successes = Double(successes) + 0.5
        let failures = Double(trials - self.successes) + 0.5
        return .success(
            Interval(
                low: BetaDistribution(successes, failures).quantile(lowerTail: tail),
                high: 1 - BetaDistribution(failures, successes).quantile(lowerTail: tail)))
    }
}
