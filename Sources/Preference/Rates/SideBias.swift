/// Whether what stands on the left is chosen as often as what stands on the right.
///
/// Model: where sides do not matter, each vote that names a side names the left one with probability one half. Three
/// readings: all votes as independent (exact binomial test); people as independent and their votes in any dependence
/// (``ClusteredRate``); and each person alone, whose votes are then taken as independent, by the exact test with Holm's
/// adjustment over all people.
///
/// Clopper and Pearson, Biometrika 26 (1934); Bell and McCaffrey, Survey Methodology 28 (2002); Holm, Scandinavian
/// Journal of Statistics 6 (1979). Checked against R's `binom.test`.
package struct SideBias: Sendable, Hashable {
    /// Votes for the left among all that name a side.
    package let left: Proportion
    /// Exact two-sided p-value of a share of one half, all votes taken as independent.
    package let naiveP: Double
    /// The share of the left with people as the unit of evidence; its p-value is that of one half.
    package let clustered: Estimate<ClusteredRate>
    /// Each person's reading, in the order given; failures for people whose votes name no side.
    package let people: [Estimate<Person>]

    /// One person's reading.
    package struct Person: Sendable, Hashable {
        /// The person's votes for the left among those that name a side.
        package let left: Proportion
        /// Exact two-sided p-value of one half.
        package let exactP: Double
        /// The same, adjusted by Holm's procedure over all people who named a side.
        package let holmP: Double
    }

    /// The estimate from each person's counts.
    ///
    /// - Parameter people: votes for the left among those that name a side, of each person.
    /// - Parameter nameless: the same of the votes that have no person; where there are any, nothing is known of how
    ///   people differ.
    /// - Parameter level: confidence of the clustered interval, above 0 and below 1.
    package static func estimate(
        people: [Proportion], nameless: Proportion = Proportion(successes: 0, trials: 0), level: Double
    ) -> Estimate<SideBias> {
        let left = people.reduce(nameless) {
            Proportion(successes: $0.successes + $1.successes, trials: $0.trials + $1.trials)
        }
        return left.exactP().map { naiveP in
            SideBias(
                left: left, naiveP: naiveP,
                clustered: nameless.trials > 0
                    ? .failure(.noPeople) : ClusteredRate.estimate(people: people, level: level),
                people: Self.people(people))
        }
    }

    private static func people(_ people: [Proportion]) -> [Estimate<Person>] {
        let exact = people.exactP
        var adjusted = exact.compactMap { try? $0.get() }.holmAdjusted.makeIterator()
        return zip(people, exact).map { person, p in
            p.map { exactP in Person(left: person, exactP: exactP, holmP: adjusted.next() ?? exactP) }
        }
    }
}
