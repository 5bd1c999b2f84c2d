import RealModule

extension Proportion {
    /// The natural logarithm of the e-value against a rate of one half that a mixture over all rates gives: the mean
    /// likelihood under a rate drawn uniformly from 0 ... 1, over the likelihood under one half.
    ///
    /// Naive: it takes every vote as independent. With people whose votes are alike it raises false alarms far more
    /// often than it says; ``BettingMartingale`` is the e-value for those.
    ///
    /// Ville, "Étude critique de la notion de collectif" (1939); Robbins, "Statistical methods related to the law of the
    /// iterated logarithm", Annals of Mathematical Statistics 41 (1970). Checked against scipy.
    package var naiveLogEValue: Estimate<Double> {
        guard trials > 0 else { return .failure(.noVotes) }
        // The mean of the binomial probability of any count over all rates is 1/(n + 1).
        let atHalf = logBinomialTermAtHalf(successes: Double(successes), failures: Double(trials - successes))
        return .success(-Double.log(Double(trials) + 1) - atHalf)
    }
}
