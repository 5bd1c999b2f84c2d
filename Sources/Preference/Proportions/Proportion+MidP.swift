extension Proportion {
    /// The two-sided mid-p-value of the binomial test that the rate is `null`: twice the smaller tail, to which the count
    /// seen belongs by half. Less cautious than ``exactP(against:)``, which it undercuts: it may reject a true null a
    /// little more often than its level says.
    ///
    /// Lancaster, "Significance tests in discrete distributions", JASA 56 (1961).
    ///
    /// - Parameter null: the rate to test, 0 ... 1.
    package func midP(against null: Double = 0.5) -> Estimate<Double> {
        guard trials > 0 else { return .failure(.noVotes) }
        let binomial = BinomialDistribution(trials: trials, probability: null)
        let half = binomial.probability(of: successes) / 2
        let below = successes == 0 ? 0 : binomial.lowerTail(to: successes - 1)
        let above = successes == trials ? 0 : binomial.upperTail(from: successes + 1)
        return .success(min(1, 2 * (min(below, above) + half)))
    }
}
