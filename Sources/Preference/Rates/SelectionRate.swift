/// How often a method was chosen against another, or against all others.
package struct SelectionRate: Sendable, Hashable {
    /// Index of the method.
    package let method: Int
    /// Index of the other method; nil stands for all others.
    package let against: Int?
    /// Votes for the method.
    package let wins: Int
    /// Votes for the other.
    package let losses: Int
    /// Votes for neither; they count as neither win nor loss.
    package let ties: Int
    /// Wins among wins and losses of every person who voted here, in the order of ``persons``; empty where a vote has no
    /// person.
    package let people: [Proportion]
    /// The indices of those people, ascending.
    package let persons: [Int]

    /// Wins among wins and losses, the votes taken as independent.
    package var proportion: Proportion { Proportion(successes: wins, trials: wins + losses) }

    /// The rate with people as the unit of evidence.
    ///
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package func clustered(level: Double) -> Estimate<ClusteredRate> {
        if wins + losses + ties > 0 && people.isEmpty { return .failure(.noPeople) }
        return ClusteredRate.estimate(people: people, level: level)
    }
}
