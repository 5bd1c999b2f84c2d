import RealModule

/// How much people agree on all pairs of methods: Kendall's coefficient of agreement.
///
/// No model: of all pairs of people and pairs of methods, the share that agrees, brought to a scale on which 1 is
/// perfect agreement and 0 is what chance gives on average. It needs people who decided every pair (by majority, see
/// ``Tournament``); others are left out. The test is of people who all choose by chance.
///
/// Kendall and Babington Smith, "On the method of paired comparisons", Biometrika 31 (1940); the chi-square
/// approximation with its correction for continuity as in R's eba, against which it was checked.
package struct KendallU: Sendable, Hashable {
    /// The coefficient, ``least`` ... 1.
    package let u: Double
    /// The least that so many people can have.
    package let least: Double
    /// People who decided every pair; at least 2.
    package let people: Int
    /// People who voted, but did not decide every pair.
    package let incomplete: Int
    /// The approximate chi-square statistic, corrected for continuity; nil with two people, where there is none.
    package let chiSquare: Double?
    /// Its degrees of freedom, no whole number.
    package let degreesOfFreedom: Double?
    /// Its p-value.
    package let p: Double?

    /// The agreement on `methods` methods.
    ///
    /// - Parameter methods: how many methods there are, at least 2; the comparisons' indices are below it.
    /// - Parameter comparisons: the votes, in any order.
    package static func estimate(methods: Int, comparisons: [Comparison]) -> Estimate<KendallU> {
        Tournament.all(methods: methods, comparisons: comparisons).flatMap { tournaments in
            tournaments.complete.count < 2 ? .failure(.onePerson) : .success(KendallU(tournaments))
        }
    }

    private init(_ tournaments: Tournaments) {
        let methods = tournaments.complete.first?.methods ?? 0
        var lowerWins = Array(repeating: 0, count: methods * methods)
        for tournament in tournaments.complete {
            tournament.forEachPair { lower, higher, isLower in
                lowerWins[lower * methods + higher] += isLower ? 1 : 0
            }
        }
        people = tournaments.complete.count
        incomplete = tournaments.incomplete
        let count = Double(people)
        let pairs = Double(methods * (methods - 1) / 2)
        var agreeing = 0.0
        for lower in 0..<methods {
            for higher in lower + 1..<methods {
                let (one, other) = (lowerWins[lower * methods + higher], people - lowerWins[lower * methods + higher])
                agreeing += Double(one) * Double(one - 1) / 2 + Double(other) * Double(other - 1) / 2
            }
        }
        let pairsOfPeople = count * (count - 1) / 2
        u = 2 * agreeing / (pairsOfPeople * pairs) - 1
        least = people % 2 == 0 ? -1 / (count - 1) : -1 / count
        guard people > 2 else {
            (chiSquare, degreesOfFreedom, p) = (nil, nil, nil)
            return
        }
        let expected = pairsOfPeople * pairs / 2 * (count - 3) / (count - 2)
        let statistic = max(0, 4 / (count - 2) * (agreeing - 1 - expected))
        let degrees = pairs * count * (count - 1) / ((count - 2) * (count - 2))
        (chiSquare, degreesOfFreedom) = (statistic, degrees)
        p = ChiSquareDistribution(degreesOfFreedom: degrees).upperTail(from: statistic)
    }
}
