import Foundation
import Preference
import Testing

@Suite("Bradley-Terry")
struct BradleyTerryTests {
    private let worths = [0.9, -1.4, 0.2, 2.1, -1.8]

    @Test("expected counts give back the worths they were made from")
    func knownWorths() throws {
        let fit = try BradleyTerry.fit(expectedCounts(votes: 40)).get()
        for (found, worth) in zip(fit.logWorths, worths) { #expect(abs(found - worth) < 1e-12) }
        #expect(fit.logOrderEffect == nil && abs(fit.deviance) < 1e-10 && fit.degreesOfFreedom == 10 - 4)
        let powers = worths.map { exp($0) }
        for (found, power) in zip(fit.worths, powers) { expectClose(found, power / powers.reduce(0, +), 1e-12) }
    }

    @Test("expected counts with an order effect give back both")
    func knownOrderEffect() throws {
        let counts = expectedCounts(votes: 40, logOrderEffect: -0.7)
        let fit = try BradleyTerry.fit(counts, orderEffect: true).get()
        for (found, worth) in zip(fit.logWorths, worths) { #expect(abs(found - worth) < 1e-12) }
        #expect(abs(try #require(fit.logOrderEffect) + 0.7) < 1e-12)
        #expect(abs(fit.deviance) < 1e-10 && fit.degreesOfFreedom == 20 - 5)
        #expect(try BradleyTerry.fit(counts).get().logLikelihood < fit.logLikelihood - 1)
    }

    @Test("k times the votes have the same worths, and variances of a k-th", arguments: [1e-4, 3, 1e7])
    func scaling(k: Double) throws {
        for orderEffect in [false, true] {
            let one = try BradleyTerry.fit(smallCounts(), orderEffect: orderEffect).get()
            let many = try BradleyTerry.fit(smallCounts(times: k), orderEffect: orderEffect).get()
            for (one, many) in zip(one.logWorths, many.logWorths) { #expect(abs(one - many) < 1e-12) }
            for row in 0..<one.covariance.size {
                for column in 0...row {
                    #expect(abs(many.covariance[row, column] * k - one.covariance[row, column]) < 1e-10)
                }
            }
            expectClose(many.logLikelihood, k * one.logLikelihood, 1e-12)
            expectClose(many.deviance, k * one.deviance, 1e-9)
            #expect(many.degreesOfFreedom == one.degreesOfFreedom)
        }
    }

    @Test("other names for the items change nothing else")
    func relabelling() throws {
        let places = [2, 0, 3, 1]
        var counts = PairCounts(items: 4)
        for cell in smallCounts().orderedPairs {
            counts.add(
                first: places[cell.first], second: places[cell.second], firstWins: cell.firstWins,
                secondWins: cell.secondWins)
        }
        for orderEffect in [false, true] {
            let one = try BradleyTerry.fit(smallCounts(), orderEffect: orderEffect).get()
            let other = try BradleyTerry.fit(counts, orderEffect: orderEffect).get()
            for item in 0..<4 {
                #expect(abs(one.logWorths[item] - other.logWorths[places[item]]) < 1e-12)
                for second in 0..<4 {
                    let difference = one.covariance[item, second] - other.covariance[places[item], places[second]]
                    #expect(abs(difference) < 1e-12)
                }
            }
            #expect(abs(one.deviance - other.deviance) < 1e-11)
        }
    }

    @Test("the sides exchanged turn the order effect round")
    func exchangedSides() throws {
        var exchanged = PairCounts(items: 4)
        for cell in smallCounts().orderedPairs {
            exchanged.add(
                first: cell.second, second: cell.first, firstWins: cell.secondWins, secondWins: cell.firstWins)
        }
        let one = try BradleyTerry.fit(smallCounts(), orderEffect: true).get()
        let other = try BradleyTerry.fit(exchanged, orderEffect: true).get()
        for (one, other) in zip(one.logWorths, other.logWorths) { #expect(abs(one - other) < 1e-12) }
        #expect(abs(try #require(one.logOrderEffect) + (try #require(other.logOrderEffect))) < 1e-12)
    }

    @Test("two items have the logarithm of their odds, to a milliard votes against one", arguments: [1, 7, 1e4, 1e9])
    func twoItems(wins: Double) throws {
        var counts = PairCounts(items: 2)
        counts.add(first: 0, second: 1, firstWins: wins, secondWins: 1)
        let fit = try BradleyTerry.fit(counts).get()
        #expect(abs(fit.logWorths(relativeTo: 1)[0] - log(wins)) < 1e-9)
        expectClose(fit.covariance(relativeTo: 1)[0, 0], 1 / wins + 1, 1e-7)
        #expect(fit.logWorths(relativeTo: 1)[1] == 0 && fit.covariance(relativeTo: 1)[1, 1] == 0)
        #expect(fit.degreesOfFreedom == 0 && fit.deviance < 1e-6)
        let p = wins / (wins + 1)
        #expect(abs(fit.logLikelihood - (wins * log(p) + log(1 - p))) < 1e-5)
    }

    @Test("along a chain of pairs the logarithms of the odds add up, and their variances, however uneven the counts")
    func chain() throws {
        let odds = [(1e9, 1), (3, 5e8), (1, 2), (7e8, 6e8)] as [(Double, Double)]
        var counts = PairCounts(items: 5)
        for (item, odds) in odds.enumerated() {
            counts.add(first: item, second: item + 1, firstWins: odds.0, secondWins: odds.1)
        }
        let fit = try BradleyTerry.fit(counts).get()
        let (worths, covariance) = (fit.logWorths(relativeTo: 0), fit.covariance(relativeTo: 0))
        for item in 1..<5 {
            expectClose(worths[item], odds[..<item].reduce(0) { $0 - log($1.0 / $1.1) }, 1e-8)
            expectClose(covariance[item, item], odds[..<item].reduce(0) { $0 + 1 / $1.0 + 1 / $1.1 }, 1e-6)
        }
        #expect(fit.degreesOfFreedom == 0)
    }

    @Test("the likelihood is flat at the estimate, and curved as the covariance says")
    func maximum() throws {
        let counts = smallCounts()
        let fit = try BradleyTerry.fit(counts, orderEffect: true).get()
        let estimate = fit.logWorths + [try #require(fit.logOrderEffect)]
        func logLikelihood(_ x: [Double]) -> Double {
            counts.orderedPairs.reduce(0) { sum, cell in
                let logOdds = x[cell.first] - x[cell.second] + x[4]
                return sum - cell.firstWins * log(1 + exp(-logOdds)) - cell.secondWins * log(1 + exp(logOdds))
            }
        }
        expectMaximum(of: logLikelihood, at: estimate, fit.covariance, fit.logLikelihood)
    }

    @Test("what has no estimate says why, and nothing is added to the counts to have one")
    func undefined() {
        var counts = PairCounts(items: 3)
        #expect(BradleyTerry.fit(counts) == .failure(.noVotes))
        counts.add(first: 0, second: 1, firstWins: 4, secondWins: 4)
        #expect(BradleyTerry.fit(counts) == .failure(.disconnected))
        counts.add(first: 1, second: 2, firstWins: 4)
        #expect(BradleyTerry.fit(counts) == .failure(.separated))
        counts.add(first: 1, second: 2, secondWins: 1)
        #expect((try? BradleyTerry.fit(counts).get()) != nil)
        // Each pair was presented in one order only.
        #expect(BradleyTerry.fit(counts, orderEffect: true) == .failure(.orderUnbounded))
        counts.add(first: 2, second: 1, secondWins: 3)
        #expect(BradleyTerry.fit(counts, orderEffect: true) == .failure(.orderUnbounded), "second always won")
    }

    @Test("counts that double precision cannot hold together are refused")
    func tooUneven() {
        var counts = PairCounts(items: 3)
        counts.add(first: 0, second: 1, firstWins: 1e20, secondWins: 2e20)
        counts.add(first: 1, second: 2, firstWins: 1e-20, secondWins: 1e-20)
        #expect(BradleyTerry.fit(counts) == .failure(.tooUneven))
    }

    @Test("votes are counted by item and by order")
    func comparisons() {
        let counts = PairCounts(
            items: 3,
            comparisons: [
                Comparison(left: 0, right: 2, outcome: .left, person: nil, count: 3),
                Comparison(left: 2, right: 0, outcome: .left, person: 1),
                Comparison(left: 2, right: 0, outcome: .right, person: 1, count: 7),
                Comparison(left: 0, right: 1, outcome: .tie, person: 1),
                Comparison(left: 1, right: 0, outcome: .tie, person: 2, count: 4),
            ])
        #expect(counts.wins(of: 0, over: 2) == 10 && counts.wins(of: 2, over: 0) == 1)
        #expect(counts.ties(of: 0, and: 1) == 5 && counts.ties(of: 2, and: 0) == 0)
        func figures(_ cells: [PairCounts.Cell]) -> [[Double]] {
            cells.map { [Double($0.first), Double($0.second), $0.firstWins, $0.secondWins, $0.ties] }
        }
        #expect(figures(counts.pairs) == [[0, 1, 0, 0, 5], [0, 2, 10, 1, 0]])
        #expect(
            figures(counts.orderedPairs) == [[0, 1, 0, 0, 1], [0, 2, 3, 0, 0], [1, 0, 0, 0, 4], [2, 0, 1, 7, 0]])
    }

    @Test("ties count for neither: with them the fit is the same")
    func ties() throws {
        var counts = smallCounts()
        counts.add(first: 0, second: 2, ties: 7)
        counts.add(first: 1, second: 0, ties: 2)
        for orderEffect in [false, true] {
            #expect(
                try BradleyTerry.fit(counts, orderEffect: orderEffect).get()
                    == BradleyTerry.fit(smallCounts(), orderEffect: orderEffect).get())
        }
        var onlyTies = PairCounts(items: 2)
        onlyTies.add(first: 0, second: 1, ties: 7)
        #expect(BradleyTerry.fit(onlyTies) == .failure(.noVotes))
    }

    /// Every ordered pair of ``worths``, with so many votes that fall as the model expects.
    private func expectedCounts(votes: Double, logOrderEffect: Double = 0) -> PairCounts {
        var counts = PairCounts(items: worths.count)
        for first in worths.indices {
            for second in worths.indices where second != first {
                let p = 1 / (1 + exp(worths[second] - worths[first] - logOrderEffect))
                counts.add(first: first, second: second, firstWins: votes * p, secondWins: votes * (1 - p))
            }
        }
        return counts
    }

    /// Four items, not all pairs, both orders uneven.
    private func smallCounts(times k: Double = 1) -> PairCounts {
        var counts = PairCounts(items: 4)
        for (first, second, wins, losses) in [
            (0, 1, 5, 2), (1, 0, 1, 6), (1, 2, 4, 4), (2, 3, 0, 3), (3, 2, 7, 1), (0, 3, 2, 9), (3, 0, 3, 3),
        ] as [(Int, Int, Double, Double)] {
            counts.add(first: first, second: second, firstWins: k * wins, secondWins: k * losses)
        }
        return counts
    }
}
