/// The number of successes in independent trials of equal probability.
package struct BinomialDistribution: Sendable {
    /// Number of trials; at least 0.
    package let trials: Int
    /// Probability of success, 0 ... 1.
    package let probability: Double

    /// The distribution of successes in `trials` trials.
    package init(trials: Int, probability: Double) {
        precondition(trials >= 0 && 0 <= probability && probability <= 1, "trials from 0, a probability of 0 to 1")
        self.trials = trials
        self.probability = probability
    }

    /// The probability of exactly `successes`, 0 ... `trials`.
    package func probability(of successes: Int) -> Double {
        binomialTerm(
            successes: Double(successes), failures: Double(trials - successes), probability: probability,
            complement: 1 - probability)
    }

    /// The probability of at most `successes`, 0 ... `trials`.
    package func lowerTail(to successes: Int) -> Double {
        if successes == trials { return 1 }
        return BetaDistribution(Double(trials - successes), Double(successes) + 1)
            .lowerTail(to: 1 - probability, complement: probability)
    }

    /// The probability of at least `successes`, 0 ... `trials`.
    package func upperTail(from successes: Int) -> Double {
        if successes == 0 { return 1 }
        return BetaDistribution(Double(successes), Double(trials - successes) + 1)
            .lowerTail(to: probability, complement: 1 - probability)
    }
}
