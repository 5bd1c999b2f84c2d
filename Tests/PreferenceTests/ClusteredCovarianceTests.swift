import Foundation
import Preference
import Testing

@Suite("Bradley-Terry by people")
struct ClusteredCovarianceTests {
    @Test("for two items the errors are those of the clustered rate, on the scale of log-odds")
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
        let found = try errors(comparisons, items: 2)
        let scale = rate.rate * (1 - rate.rate)
        #expect(found.people == 5)
        for (covariance, error) in [
            (found.cr0, rate.errorCR0), (found.cr1, rate.errorCR1), (found.cr2, rate.errorCR2),
        ] {
            expectClose(covariance.relative(to: 1, among: 2)[0, 0].squareRoot(), error / scale, 1e-11)
        }
    }

    @Test("errors agree with the estimator written out vote by vote", arguments: [false, true])
    func byVotes(orderEffect: Bool) throws {
        let comparisons = SmallSet.comparisons
        let counts = PairCounts(items: 3, comparisons: comparisons)
        let fit = try BradleyTerry.fit(counts, orderEffect: orderEffect).get()
        let found = try fit.clusteredCovariance(of: comparisons).get()
        let (cr0, cr2) = try writtenOut(comparisons, fit)
        for row in 0..<cr0.size {
            for column in 0...row {
                #expect(abs(found.cr0[row, column] - cr0[row, column]) < 1e-11)
                #expect(abs(found.cr2[row, column] - cr2[row, column]) < 1e-11)
                #expect(abs(found.cr1[row, column] - found.cr0[row, column] * 4 / 3) < 1e-12)
            }
        }
    }

    @Test("the order of votes does not matter, and votes that repeat others tell nothing new")
    func repeated() throws {
        let one = try errors(SmallSet.comparisons, items: 3)
        #expect(try errors(SmallSet.comparisons.reversed(), items: 3) == one)
        let twice = try errors(SmallSet.comparisons + SmallSet.comparisons, items: 3)
        for row in 0..<3 {
            for column in 0...row { #expect(abs(twice.cr0[row, column] - one.cr0[row, column]) < 1e-12) }
        }
    }

    @Test("what cannot be estimated says why")
    func undefined() throws {
        let fit = try BradleyTerry.fit(PairCounts(items: 3, comparisons: SmallSet.comparisons)).get()
        #expect(fit.clusteredCovariance(of: []) == .failure(.noVotes))
        #expect(fit.clusteredCovariance(of: SmallSet.comparisons.filter { $0.person == 2 }) == .failure(.onePerson))
        let nameless = [Comparison(left: 0, right: 1, outcome: .left, person: nil)]
        #expect(fit.clusteredCovariance(of: SmallSet.comparisons + nameless) == .failure(.noPeople))
        let alone = [true, false].map { isLeft in
            Comparison(left: 3, right: 1, outcome: isLeft ? .left : .right, person: 2, count: 5)
        }
        let ofAlone = try BradleyTerry.fit(PairCounts(items: 4, comparisons: SmallSet.comparisons + alone)).get()
        #expect(
            ofAlone.clusteredCovariance(of: SmallSet.comparisons + alone) == .failure(.onOnePerson),
            "only one saw the fourth")
        let alike: [Comparison] = (0..<3).flatMap { person in
            SmallSet.comparisons.map {
                Comparison(left: $0.left, right: $0.right, outcome: $0.outcome, person: person, count: $0.count)
            }
        }
        let ofAlike = try BradleyTerry.fit(PairCounts(items: 3, comparisons: alike)).get()
        #expect(ofAlike.clusteredCovariance(of: alike) == .failure(.noSpread))
    }

    @Test(
        "first names: CR0, CR1 and CR2 of R's clubSandwich to 1e-6",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let found = try errors(try FirstNames.comparisons(), items: 6)
        #expect(found.people == 192)
        for (covariance, expected) in [
            (found.cr0, [0.129978217, 0.124815182, 0.131502597, 0.127273637, 0.125209677]),
            (found.cr1, [0.130318030, 0.125141497, 0.131846395, 0.127606379, 0.125537023]),
            (found.cr2, [0.130318312, 0.125140803, 0.131846476, 0.127606123, 0.125536660]),
        ] {
            let relative = covariance.relative(to: 5, among: 6)
            for (item, expected) in expected.enumerated() {
                #expect(abs(relative[item, item].squareRoot() - expected) < 1e-6, "\(item): \(expected)")
            }
        }
    }

    private func errors(_ comparisons: [Comparison], items: Int) throws -> ClusteredCovariance {
        try BradleyTerry.fit(PairCounts(items: items, comparisons: comparisons)).get()
            .clusteredCovariance(of: comparisons).get()
    }

    /// By their definition: the sum over people of (M X' W^.5 A W^-.5 e)(...)' with one row of X, W and e for each
    /// vote, M the covariance of the estimates and A = 1 for CR0, (1 - W^.5 X M X' W^.5)^(-1/2) for CR2.
    private func writtenOut(
        _ comparisons: [Comparison], _ fit: BradleyTerry
    ) throws -> (cr0: SymmetricMatrix, cr2: SymmetricMatrix) {
        let size = fit.covariance.size
        let estimate = fit.logWorths + (fit.logOrderEffect.map { [$0] } ?? [])
        var sums = (SymmetricMatrix(size: size), SymmetricMatrix(size: size))
        for person in 0..<4 {
            let votes = comparisons.filter { $0.person == person }.flatMap { Array(repeating: $0, count: $0.count) }
            let rows = votes.map { vote in
                (0..<size).map { $0 == vote.left ? 1.0 : $0 == vote.right ? -1 : $0 == 3 ? 1 : 0 }
            }
            let p = rows.map { 1 / (1 + exp(-zip($0, estimate).reduce(0) { $0 + $1.0 * $1.1 })) }
            let weights = p.map { $0 * (1 - $0) }
            var rest = SymmetricMatrix(size: votes.count)
            for one in votes.indices {
                for other in 0...one {
                    var product = 0.0
                    for row in 0..<size {
                        for column in 0..<size {
                            product += rows[one][row] * fit.covariance[row, column] * rows[other][column]
                        }
                    }
                    rest[one, other] = (one == other ? 1 : 0) - (weights[one] * weights[other]).squareRoot() * product
                }
            }
            let residuals = votes.indices.map { vote in
                ((votes[vote].outcome == .left ? 1 : 0) - p[vote]) / weights[vote].squareRoot()
            }
            let adjusted = SymmetricEigen(rest).apply({ 1 / $0.squareRoot() }, to: residuals)
            func influence(_ residuals: [Double]) -> [Double] {
                (0..<size).map { row in
                    votes.indices.reduce(0) { sum, vote in
                        let along = (0..<size).reduce(0) { $0 + fit.covariance[row, $1] * rows[vote][$1] }
                        return sum + along * weights[vote].squareRoot() * residuals[vote]
                    }
                }
            }
            let (plain, reduced) = (influence(residuals), influence(adjusted))
            for row in 0..<size {
                for column in 0...row {
                    sums.0[row, column] += plain[row] * plain[column]
                    sums.1[row, column] += reduced[row] * reduced[column]
                }
            }
        }
        return sums
    }
}
