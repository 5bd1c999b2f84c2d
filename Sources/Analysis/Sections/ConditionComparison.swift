package import Preference

/// A method's rates under two conditions side by side: one element of `comparisons` in the analysis.
///
/// With more than two methods the rates are those against all others together.
package struct ConditionComparison: Sendable, Hashable {
    /// Names of the conditions, in the order of the tables; nil stands for votes under none.
    package let conditions: Pair
    /// The method whose rates they are.
    package let method: String
    /// The first rate less the second, -1 ... 1.
    package let difference: Result<Double, Missing>
    /// What the counts alone say, as if each vote came from another person.
    package let naive: Result<Naive, Missing>
    /// McNemar's exact p of the people who voted under both, each by the majority of their votes.
    package let mcNemarP: Result<Double, Missing>
    /// The difference with people as the unit of evidence.
    package let clustered: Result<ClusteredDifference, Missing>

    /// Two conditions.
    package struct Pair: Sendable, Hashable {
        /// The one whose rate comes first.
        package let first: String?
        /// The one whose rate is taken away.
        package let second: String?
    }

    /// Test and interval that take every vote as independent.
    package struct Naive: Sendable, Hashable {
        /// Fisher's exact two-sided p.
        package let fisherP: Double
        /// Newcombe's interval for the difference.
        package let newcombe: Interval
    }

    /// The rates of one method in two samples.
    ///
    /// - Parameter isAlike: whether both conditions have the same methods; else the rates are not of like things.
    init(
        _ one: ConditionSample, _ oneRate: SelectionRate, _ other: ConditionSample, _ otherRate: SelectionRate,
        isAlike: Bool, level: Double
    ) {
        conditions = Pair(first: one.name, second: other.name)
        method = one.methods[oneRate.method]
        guard isAlike else {
            difference = .failure(.otherMethods)
            naive = .failure(.otherMethods)
            mcNemarP = .failure(.otherMethods)
            clustered = .failure(.otherMethods)
            return
        }
        let table = FourfoldTable(oneRate.proportion, otherRate.proportion)
        let onlyTies = [oneRate, otherRate].contains { $0.ties > 0 && $0.wins + $0.losses == 0 }
        let reason = { (undefined: Undefined) in onlyTies ? Missing.onlyTies : Missing(undefined) }
        difference = Result { () throws(Undefined) in
            try oneRate.proportion.rate.get() - otherRate.proportion.rate.get()
        }.mapError(reason)
        naive = Result { () throws(Undefined) in
            Naive(fisherP: try table.fisherP.get(), newcombe: try table.newcombe(level: level).get())
        }.mapError(reason)
        let paired = Result { () throws(Undefined) in try PairedPeople(oneRate, [otherRate]) }
        clustered = Result { () throws(Undefined) in
            let people = try paired.get()
            return try ClusteredDifference.estimate(people.first, people.second, level: level).get()
        }.mapError(reason)
        mcNemarP = paired.mapError(reason).flatMap { people in
            let both = zip(people.first, people.second).filter { $0.0.trials > 0 && $0.1.trials > 0 }
            guard !both.isEmpty else { return .failure(.noOneInBoth) }
            let majorities = both.map { (Self.majority($0.0), Self.majority($0.1)) }
            let (won, lost) = (
                majorities.count { $0 == true && $1 == false }, majorities.count { $0 == false && $1 == true }
            )
            return .success(MatchedPairs(onlyFirst: won, onlySecond: lost).mcNemarP)
        }
    }

    /// Whether more than half of the votes are wins; nil for an even split.
    private static func majority(_ votes: Proportion) -> Bool? {
        2 * votes.successes == votes.trials ? nil : 2 * votes.successes > votes.trials
    }

    /// All comparisons of a study's conditions, in the order of the tables.
    static func all(_ samples: [ConditionSample], level: Double) -> [ConditionComparison] {
        let rates = samples.map(\.ratesAgainstAll)
        // For each condition the places of its rates, by method.
        let places = zip(samples, rates).map { sample, rates in
            Dictionary(uniqueKeysWithValues: rates.enumerated().map { (sample.methods[$1.method], $0) })
        }
        let methods = samples.map { Set($0.methods) }
        return samples.indices.flatMap { first in
            samples.indices.dropFirst(first + 1).flatMap { second -> [ConditionComparison] in
                let (one, other) = (samples[first], samples[second])
                let isAlike = methods[first] == methods[second]
                return rates[first].compactMap { oneRate in
                    let method = one.methods[oneRate.method]
                    guard let otherRate = places[second][method].map({ rates[second][$0] }) else { return nil }
                    return ConditionComparison(one, oneRate, other, otherRate, isAlike: isAlike, level: level)
                }
            }
        }
    }
}
