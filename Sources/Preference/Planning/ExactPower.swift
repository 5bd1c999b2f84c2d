import RealModule

/// How likely the exact two-sided binomial test of one half is to find a preference: its power at a number of votes.
///
/// Model: the votes are independent and each is for the same side with the same rate. The test rejects one half where
/// ``Proportion/exactP(against:)`` is at most 1 - level. Because it cannot use up its error exactly, its power is no
/// rising line over the votes but a saw-tooth: one more vote often lowers it. What a study needs is therefore the number
/// from which power *stays* at the wish; the first that reaches it is a lucky tooth.
///
/// Chernick and Liu, "The saw-toothed behavior of power versus sample size and software solutions: single binomial
/// proportion using exact methods", The American Statistician 56 (2002). Checked against scipy.
package struct ExactPower: Sendable, Hashable {
    /// The rate that is true.
    package let rate: Double
    /// One less the share of false alarms that the test allows.
    package let level: Double

    /// How near to one half a rate may be.
    package static let leastDifference = 0.001

    /// The power at a rate.
    ///
    /// - Parameter rate: above 0 and below 1, and from one half at least ``leastDifference`` away.
    /// - Parameter level: above 0 and below 1.
    package init(rate: Double, level: Double) {
        precondition(0 < level && level < 1, "a level above 0 and below 1")
        precondition(0 < rate && rate < 1 && abs(rate - 0.5) >= Self.leastDifference * (1 - 1e-9), "a rate of interest")
        self.rate = rate
        self.level = level
    }

    /// The power at a number of votes, at least 0.
    package func power(votes: Int) -> Double {
        let null = BinomialDistribution(trials: votes, probability: 0.5)
        let isKept = { null.lowerTail(to: $0) * 2 > Self.limit(level: level) }
        guard votes > 0, let kept = firstIndex(in: 0...votes, where: isKept), kept > 0 else { return 0 }
        let preferring = BinomialDistribution(trials: votes, probability: rate)
        return preferring.lowerTail(to: kept - 1) + preferring.upperTail(from: votes - kept + 1)
    }

    /// How many votes a power needs.
    ///
    /// - Parameter wish: the power, above 0 and below 1.
    package func votes(forPower wish: Double) -> VotesNeeded {
        precondition(0 < wish && wish < 1, "a power above 0 and below 1")
        var teeth = PowerSequence(self)
        var (first, last) = (0, 0)
        for votes in 1...surelyEnough(wish) {
            if teeth.next() < wish { last = votes } else if first == 0 { first = votes }
        }
        return VotesNeeded(firstCrossing: first == 0 ? last + 1 : first, staysFrom: last + 1)
    }

    /// How many votes a power needs, by two readings.
    package struct VotesNeeded: Sendable, Hashable {
        /// The smallest number of votes with the power; a few votes more may have less.
        package let firstCrossing: Int
        /// The smallest number of votes with the power and with no greater number that has less.
        package let staysFrom: Int
    }

    /// The error that the test may use up; a hair more, as sums of probabilities are not exact.
    static func limit(level: Double) -> Double { (1 - level) * (1 + 1e-12) }

    /// A number of votes from which on the power is at least the wish. By Hoeffding's inequality the test rejects as
    /// soon as the count is off n/2 by sqrt(n log(2/a)/2) + 1, and the count falls short of its mean by more than
    /// sqrt(n log(1/b)/2) with probability at most b; the rest is a quadratic equation in the root of n.
    private func surelyEnough(_ wish: Double) -> Int {
        let difference = abs(rate - 0.5)
        let sum = (Double.log(2 / (1 - level)) / 2).squareRoot() + (-Double.log(1 - wish) / 2).squareRoot()
        let root = (sum + (sum * sum + 4 * difference).squareRoot()) / (2 * difference)
        return Int((root * root).rounded(.up)) + 1
    }
}
