import Foundation
import Preference
import Testing

@Suite("What votes say of methods by people")
struct BradleyTerryInferenceTests {
    @Test("for two items errors, degrees of freedom and test are those of the clustered rate, on the scale of log-odds")
    func twoItems() throws {
        let people = [(3, 10), (7, 9), (2, 14), (0, 1), (5, 6)]
        let comparisons = people.enumerated().flatMap { person, counts in
            [
                Comparison(left: 0, right: 1, outcome: .left, person: person, count: counts.0),
                Comparison(left: 1, right: 0, outcome: .left, person: person, count: counts.1 - counts.0),
                Comparison(left: 1, right: 0, outcome: .tie, person: person, count: 4),
            ].filter { $0.count > 0 }
        }
        let rate = try ClusteredRate.estimate(
            people: people.map { Proportion(successes: $0.0, trials: $0.1) }, level: 0.95
        ).get()
        let found = try inference(comparisons, items: 2, reference: 1)
        let scale = rate.rate * (1 - rate.rate)
        for estimate in [found.strengths[0], found.pairs[0].difference] {
            let errors = try estimate.clustered.get()
            expectClose(estimate.value, log(rate.rate / (1 - rate.rate)), 1e-11)
            expectClose(errors.cr0, rate.errorCR0 / scale, 1e-11)
            expectClose(errors.cr1, rate.errorCR1 / scale, 1e-11)
            expectClose(errors.cr2, rate.errorCR2 / scale, 1e-11)
            expectClose(try #require(errors.degreesOfFreedom), rate.degreesOfFreedom, 1e-10)
            let student = StudentDistribution(degreesOfFreedom: rate.degreesOfFreedom)
            expectClose(
                try estimate.interval.get().high, estimate.value + errors.cr2 * student.quantile(upperTail: 0.025),
                1e-10)
            expectClose(try estimate.p.get(), 2 * student.upperTail(from: abs(estimate.value) / errors.cr2), 1e-10)
        }
        #expect(found.strengths[1].value == 0 && found.strengths[1].errorNaive == 0)
        #expect(try found.strengths[1].interval.get() == Interval(low: 0, high: 0) && found.strengths[1].p.get() == 1)
    }

    @Test("errors and degrees of freedom agree with the estimator written out vote by vote")
    func byVotes() throws {
        let comparisons = SmallSet.comparisons
        let found = try inference(comparisons, items: 3)
        let third = 1.0 / 3
        for (item, estimate) in found.strengths.enumerated() {
            try expect(
                estimate, fit: found.fit, contrast: (0..<3).map { ($0 == item ? 1 : 0) - third }, comparisons)
        }
        for pair in found.pairs {
            try expect(
                pair.difference, fit: found.fit,
                contrast: (0..<3).map { $0 == pair.a ? 1 : $0 == pair.b ? -1 : 0 }, comparisons)
        }
        let withOrder = try BradleyTerry.fit(PairCounts(items: 3, comparisons: comparisons), orderEffect: true).get()
        try expect(found.orderEffect.get(), fit: withOrder, contrast: [0, 0, 0, 1], comparisons)
        expectClose(try found.orderEffect.get().value, try #require(withOrder.logOrderEffect), 1e-12)
    }

    @Test("p-values of pairs are Holm's, and items that differ share no group")
    func pairs() throws {
        let found = try inference(SmallSet.large, items: 4)
        let adjusted = try found.pairs.map { try $0.difference.p.get() }.holmAdjusted
        #expect(try found.pairs.map { try $0.pHolm.get() } == adjusted)
        let groups = try found.groups.get()
        for pair in found.pairs {
            let areTogether = groups.contains { $0.contains(pair.a) && $0.contains(pair.b) }
            #expect((try pair.pHolm.get() > 0.05) == areTogether)
        }
        #expect(Set(groups.joined()) == [0, 1, 2, 3])
        #expect(groups.count > 1 && groups.contains { $0.count > 1 }, "some differ and some do not")
        let worths = found.fit.logWorths
        for group in groups { #expect(group == group.sorted { worths[$0] > worths[$1] }) }
    }

    @Test("without people errors are naive and intervals normal")
    func nameless() throws {
        let nameless = SmallSet.comparisons.map {
            Comparison(left: $0.left, right: $0.right, outcome: $0.outcome, person: nil, count: $0.count)
        }
        let found = try inference(nameless, items: 3)
        for pair in found.pairs {
            #expect(pair.difference.clustered == .failure(.noPeople))
            let naive = found.fit.covariance.relative(to: pair.b, among: 3)[pair.a, pair.a].squareRoot()
            expectClose(pair.difference.errorNaive, naive, 1e-12)
            let interval = try pair.difference.interval.get()
            expectClose((interval.high - interval.low) / 2, 1.959963984540054 * naive, 1e-12)
            expectClose(
                try pair.difference.p.get(), 2 * NormalDistribution.upperTail(from: abs(pair.difference.value) / naive),
                1e-12)
        }
        #expect(try found.groups.get() == [[0, 1, 2].sorted { found.fit.logWorths[$0] > found.fit.logWorths[$1] }])
    }

    @Test("what cannot be estimated says why")
    func undefined() throws {
        let one = try inference(
            SmallSet.comparisons.map { comparison in
                var comparison = comparison
                comparison.person = 7
                return comparison
            }, items: 3)
        #expect(one.strengths[0].interval == .failure(.onePerson) && one.groups == .failure(.onePerson))
        #expect(one.pairs[0].pHolm == .failure(.onePerson) && one.strengths[0].errorNaive > 0)
        let firsts = SmallSet.comparisons.map { comparison in
            comparison.outcome == .left
                ? comparison
                : Comparison(
                    left: comparison.right, right: comparison.left, outcome: .left, person: comparison.person,
                    count: comparison.count)
        }
        #expect(try inference(firsts, items: 3).orderEffect == .failure(.orderUnbounded))
        let counts = PersonPairCounts(items: 4, comparisons: SmallSet.comparisons)
        #expect(BradleyTerryInference.estimate(counts, level: 0.95) == .failure(.disconnected))
    }

    @Test(
        "first names: errors of R's clubSandwich relative to Julius, and who cannot be told apart",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let found = try inference(try FirstNames.comparisons(), items: 6, reference: 5)
        let expected = [0.130318312, 0.125140803, 0.131846476, 0.127606123, 0.125536660]
        let values = [0.3750857972, 0.5532784821, 0.1686988757, -0.0791816786, -0.6002191029]
        for (item, estimate) in found.strengths.prefix(5).enumerated() {
            let errors = try estimate.clustered.get()
            #expect(abs(estimate.value - values[item]) < 1e-8)
            #expect(abs(errors.cr2 - expected[item]) < 1e-6)
            // Everyone voted on all pairs.
            #expect(abs(try #require(errors.degreesOfFreedom) - 191) < 1e-6)
        }
        let names = try found.groups.get().map { group in group.map { FirstNames.names[$0] } }
        #expect(names.first == ["Lucas", "Tim"] && names.last == ["Benedikt"])
    }

    private func inference(
        _ comparisons: [Comparison], items: Int, reference: Int? = nil
    ) throws -> BradleyTerryInference {
        try BradleyTerryInference.estimate(
            PersonPairCounts(items: items, comparisons: comparisons), reference: reference, level: 0.95
        ).get()
    }

    private func expect(
        _ estimate: LogOddsEstimate, fit: BradleyTerry, contrast: [Double], _ comparisons: [Comparison],
        location: SourceLocation = #_sourceLocation
    ) throws {
        let expected = SmallSet.byVotes(comparisons, fit, contrast: contrast)
        let errors = try estimate.clustered.get()
        expectClose(errors.cr2, expected.error, 1e-9, location: location)
        expectClose(try #require(errors.degreesOfFreedom), expected.degreesOfFreedom, 1e-9, location: location)
    }
}
