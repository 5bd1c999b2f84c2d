/// How often something happened in a number of trials: `successes` of `trials`.
///
/// The model of every statistic on it: the trials are independent and each succeeds with the same unknown rate. Votes
/// of one person are not independent; ``ClusteredRate`` is the estimate for those.
package struct Proportion: Sendable, Hashable {
    /// Trials that succeeded; 0 ... `trials`.
    package let successes: Int
    /// All trials; at least 0.
    package let trials: Int

    /// `successes` of `trials`.
    package init(successes: Int, trials: Int) {
        precondition(0 <= successes && successes <= trials, "successes are 0 to the number of trials")
        self.successes = successes
        self.trials = trials
    }

    /// The share of successes, in 0 ... 1.
    package var rate: Estimate<Double> {
        trials == 0 ? .failure(.noVotes) : .success(Double(successes) / Double(trials))
    }
}
