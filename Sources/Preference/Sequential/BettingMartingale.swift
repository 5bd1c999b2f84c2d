import RealModule

/// The evidence that one side is preferred, which may be looked at after every person without ever being misled more
/// often than its level says.
///
/// Model: people come one after the other, each with a mean vote in 0 ... 1; whatever its distribution, and however a
/// person's votes depend on each other, the expectation given all people before is the same unknown mean. It is the
/// mean over people, each counting once however often it voted. The e-value against a mean of one half is the capital
/// of somebody who bets against it, one bet a person (``BettingCapital``); under one half its expectation is at most 1
/// at every time, and it ever reaches 1/a with probability at most a (Ville's inequality).
///
/// Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting", Journal of the Royal Statistical
/// Society B 86 (2024). Checked by listing all sequences of votes, and by simulated studies without a preference.
package struct BettingMartingale: Sendable, Hashable {
    /// The mean vote of each person with a counted vote, in the order in which they finished.
    package let means: [Double]
    /// The natural logarithm of the e-value against one half after each of them.
    package let logEValues: [Double]
    /// The e-value after the last one; at most the greatest double.
    package let eValue: Double

    /// The evidence of people who finished; those without a counted vote are left out.
    ///
    /// - Parameter people: successes and trials of each person, in the order in which they finished. Another order gives
    ///   the same last e-value, but other ones on the way.
    package static func estimate(people: [Proportion]) -> Estimate<BettingMartingale> {
        let means = people.compactMap { try? $0.rate.get() }
        guard !means.isEmpty else { return .failure(.noVotes) }
        var capital = BettingCapital(against: 0.5)
        let logarithms = means.map { mean in
            capital.add(mean)
            return capital.logarithm
        }
        return .success(BettingMartingale(means: means, logEValues: logarithms))
    }

    /// The same evidence for who looks at losses for wins.
    package var ofLosses: BettingMartingale {
        BettingMartingale(means: means.map { 1 - $0 }, logEValues: logEValues)
    }

    private init(means: [Double], logEValues: [Double]) {
        self.means = means
        self.logEValues = logEValues
        eValue = min(Double.exp(logEValues.last ?? 0), Double.greatestFiniteMagnitude)
    }

    /// After how many people the evidence first sufficed; nil where it never did. From then on the claim stands,
    /// whatever the e-value does later.
    ///
    /// - Parameter alpha: the share of studies that may be misled, above 0 and below 1.
    package func peopleUntilClear(alpha: Double) -> Int? {
        let needed = -Double.log(alpha)
        return logEValues.firstIndex { $0 >= needed }.map { $0 + 1 }
    }
}
