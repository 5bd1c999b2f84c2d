package import Foundation

/// How simulated people choose.
///
/// Model: every method m has a rate p(m), one half where none is named. Method i is chosen over j with probability
/// p(i)(1 - p(j)) / (p(i)(1 - p(j)) + p(j)(1 - p(i))), the Bradley-Terry model with odds as strengths; so a rate is how
/// often a method is chosen against one without a name, and `B=0.7` alone means 0.7 for B. A person's own probability
/// for two methods is drawn once from the beta distribution of that mean and intra-class correlation, and holds for all
/// votes. The side bias is then added to the probability of the left image.
package struct SimulationSettings: Sendable, Hashable {
    /// The rates that are named, each 0 ... 1, by method.
    package var rates: [String: Double]
    /// Added to the probability of the left image, -1 ... 1; the sum is cut at 0 and 1. While nothing is cut and sides
    /// are balanced, it does not change the rates of methods.
    package var sideBias: Double
    /// Probability that a person is careless, 0 ... 1: careless people toss a coin for every answer, that of a catch trial
    /// too, which all others give right.
    package var careless: Double
    /// Correlation of two votes of one person on the same two methods, 0 ... 1.
    package var intraclassCorrelation: Double
    /// Probability that a vote is a tie where the survey allows ties, 0 ... 1.
    package var ties: Double
    /// Seats that are taken in turn; empty takes all of the plan.
    package var seats: [Int]
    /// When every session has ended.
    package var endedAt: Date

    /// Settings; what is left out has its default.
    package init(
        rates: [String: Double] = [:], sideBias: Double = 0, careless: Double = 0.1,
        intraclassCorrelation: Double = 0.1, ties: Double = 0.05, seats: [Int] = [],
        endedAt: Date = Date(timeIntervalSinceReferenceDate: 0)
    ) {
        self.rates = rates
        self.sideBias = sideBias
        self.careless = careless
        self.intraclassCorrelation = intraclassCorrelation
        self.ties = ties
        self.seats = seats
        self.endedAt = endedAt
    }

    /// The probability that `method` is chosen over `other` by the mean of all people who attend.
    package func probability(of method: String, over other: String) -> Double {
        let (one, another) = (rates[method] ?? 0.5, rates[other] ?? 0.5)
        let (wins, losses) = (one * (1 - another), another * (1 - one))
        return wins + losses == 0 ? 0.5 : wins / (wins + losses)
    }
}
