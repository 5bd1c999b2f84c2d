import Preference
import Testing

@Suite("Rates by people")
struct ClusteredRateTests {
    @Test("votes of equal numbers are the t test of the people's means")
    func balanced() throws {
        let rate = try people([(3, 10), (7, 10), (9, 10), (6, 10), (10, 10)])
        // Means .3 .7 .9 .6 1: mean 0.7, standard deviation sqrt(0.3/4).
        let error = (0.3 / 4 / 5).squareRoot()
        expectClose(rate.rate, 0.7, 1e-15)
        expectClose(rate.errorCR2, error, 1e-14)
        expectClose(rate.errorCR1, error, 1e-14)
        expectClose(rate.errorCR0, error * (4.0 / 5).squareRoot(), 1e-14)
        expectClose(rate.degreesOfFreedom, 4, 1e-14)
        // t at 4 degrees of freedom: 2.7764451051977987.
        expectClose(rate.interval.low, 0.7 - 2.7764451051977987 * error, 1e-12)
        #expect(rate.interval.high == 1, "cut: the rate cannot be more")
        #expect(rate.people == 5)
    }

    @Test("unequal numbers agree with the estimator written out by matrices")
    func unbalanced() throws {
        for counts in [
            [(3, 10), (1, 2), (9, 14), (0, 1)], [(5, 400), (1, 3)], [(2, 3), (2, 3), (0, 3), (1, 1), (4, 9)],
        ] {
            let rate = try people(counts)
            let votes = counts.map { successes, trials in
                (0..<trials).map { (row: [1.0], vote: $0 < successes ? 1.0 : 0) }
            }
            var covariance = SymmetricMatrix(size: 1)
            covariance[0, 0] = 1 / Double(votes.joined().count)
            let expected = ByVotes(people: votes, covariance: covariance, estimate: [rate.rate], contrast: [1])
            expectClose(rate.errorCR2, expected.error, 1e-10, "\(counts)")
            expectClose(rate.degreesOfFreedom, expected.degreesOfFreedom, 1e-10, "\(counts)")
            #expect(rate.degreesOfFreedom <= Double(counts.count - 1) + 1e-12)
        }
    }

    @Test("people without a counted vote do not count")
    func emptyPeople() throws {
        #expect(try people([(3, 10), (0, 0), (7, 9)]) == people([(3, 10), (7, 9)]))
    }

    @Test("what cannot be estimated says why")
    func undefined() {
        func estimate(_ counts: [(Int, Int)]) -> Estimate<ClusteredRate> {
            ClusteredRate.estimate(people: counts.map { Proportion(successes: $0, trials: $1) }, level: 0.95)
        }
        #expect(estimate([]) == .failure(.noVotes))
        #expect(estimate([(0, 0), (0, 0)]) == .failure(.noVotes))
        #expect(estimate([(3, 9), (0, 0)]) == .failure(.onePerson))
        #expect(estimate([(5, 5), (9, 9), (2, 2)]) == .failure(.noSpread))
        #expect(estimate([(1, 3), (2, 6), (7, 21)]) == .failure(.noSpread))
        #expect(estimate([(0, 1_000_000), (0, 3)]) == .failure(.noSpread))
    }

    @Test("a rate of one half has p = 1")
    func half() throws {
        #expect(try people([(3, 10), (7, 10)]).p == 1)
    }

    @Test(
        "first names: the errors, degrees, interval and p of R's clubSandwich",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let rows = SelectionRate.table(methods: 6, comparisons: try FirstNames.comparisons())
        for expected in [
            Expected(
                name: "Lucas", wins: 612, rate: 0.6375, cr0: 0.020917797529, cr2: 0.020972484675, low: 0.5961325711,
                high: 0.6788674289, p: 5.020409647e-10),
            Expected(
                name: "Benedikt", wins: 299, rate: 0.311458333333, cr0: 0.022759160236, cr2: 0.022818661410,
                low: 0.2664493910, high: 0.3564672756, p: 2.342950258e-14),
        ] {
            let row = try #require(rows.first { FirstNames.names[$0.method] == expected.name && $0.against == nil })
            #expect(row.wins == expected.wins && row.wins + row.losses == 960 && row.people.count == 192)
            let rate = try row.clustered(level: 0.95).get()
            #expect(abs(rate.rate - expected.rate) < 1e-12)
            #expect(abs(rate.errorCR0 - expected.cr0) < 1e-12)
            #expect(abs(rate.errorCR1 - expected.cr2) < 1e-12 && abs(rate.errorCR2 - expected.cr2) < 1e-12)
            #expect(abs(rate.degreesOfFreedom - 191) < 1e-8)
            #expect(abs(rate.interval.low - expected.low) < 1e-10 && abs(rate.interval.high - expected.high) < 1e-10)
            expectClose(rate.p, expected.p, 1e-9)
        }
    }

    private struct Expected {
        var name: String
        var wins: Int
        var rate: Double
        var cr0: Double
        var cr2: Double
        var low: Double
        var high: Double
        var p: Double
    }

    private func people(_ counts: [(Int, Int)]) throws -> ClusteredRate {
        try ClusteredRate.estimate(people: counts.map { Proportion(successes: $0, trials: $1) }, level: 0.95).get()
    }
}
