extension Proportion {
    /// The exact two-sided p-value of the binomial test that the rate is `null`: the probability of all counts that are
    /// not more probable than the one seen (the method of small p-values, as R's `binom.test` and scipy's `binomtest`).
    ///
    /// Counts within one part in 10^7 of the seen one's probability belong to it, as in R. Where that is true of the most
    /// probable count, no count is left out, and p is 1.
    ///
    /// - Parameter null: the rate to test, 0 ... 1.
    package func exactP(against null: Double = 0.5) -> Estimate<Double> {
        guard trials > 0 else { return .failure(.noVotes) }
        let binomial = BinomialDistribution(trials: trials, probability: null)
        let mean = Double(trials) * null
        let limit = binomial.probability(of: successes) * (1 + 1e-7)
        let mode = min(trials, Int((Double(trials + 1) * null).rounded(.down)))
        if binomial.probability(of: mode) <= limit { return .success(1) }
        if Double(successes) < mean {
            let range = Int(mean.rounded(.up))...trials
            let other = firstIndex(in: range) { binomial.probability(of: $0) <= limit }
            let upper = other.map(binomial.upperTail(from:)) ?? 0
            return .success(min(1, binomial.lowerTail(to: successes) + upper))
        }
        let range = 0...Int(mean.rounded(.down))
        let above = firstIndex(in: range) { binomial.probability(of: $0) > limit } ?? range.upperBound + 1
        let lower = above == 0 ? 0 : binomial.lowerTail(to: above - 1)
        return .success(min(1, lower + binomial.upperTail(from: successes)))
    }
}

extension [Proportion] {
    /// The exact p-value of one half of each. Many people or images have the same counts, which are tested once.
    package var exactP: [Estimate<Double>] {
        var known: [Proportion: Estimate<Double>] = [:]
        return map { proportion in
            if let p = known[proportion] { return p }
            let p = proportion.exactP()
            known[proportion] = p
            return p
        }
    }
}
