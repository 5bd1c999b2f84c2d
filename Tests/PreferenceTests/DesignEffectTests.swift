import Foundation
import Preference
import Testing

@Suite("Design effect and intra-class correlation")
struct DesignEffectTests {
    @Test("the correlation is that of the sums of squares vote by vote")
    func bySquares() throws {
        for counts in [[(3, 10), (1, 2), (9, 14), (0, 1)], [(5, 5), (1, 3)], [(2, 4), (2, 4), (2, 4)]] {
            let votes = counts.map { Array(repeating: 1.0, count: $0) + Array(repeating: 0, count: $1 - $0) }
            let all = votes.flatMap { $0 }
            func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
            let (groups, total) = (Double(votes.count), Double(all.count))
            let between =
                votes.reduce(0) { $0 + Double($1.count) * pow(mean($1) - mean(all), 2) } / (groups - 1)
            let within =
                votes.reduce(0) { sum, own in sum + own.reduce(0) { $0 + pow($1 - mean(own), 2) } }
                / (total - groups)
            let size = (total - votes.reduce(0) { $0 + pow(Double($1.count), 2) } / total) / (groups - 1)
            let expected = (between - within) / (between + (size - 1) * within)
            #expect(abs(try correlation(counts) - expected) < 1e-13, "\(counts)")
        }
    }

    @Test("it is 1 for people who never change, and has the least value that so many votes can have")
    func bounds() throws {
        #expect(try correlation([(5, 5), (0, 7), (2, 2)]) == 1)
        #expect(abs(try correlation([(2, 4), (2, 4), (2, 4)]) + 1.0 / 3) < 1e-15)
        // The analysis of variance gives -3 here; two votes cannot have a correlation below -1.
        #expect(try correlation([(1, 2), (1, 2), (1, 2), (1, 1), (0, 1), (1, 1), (0, 1)]) >= -1)
    }

    @Test("independent votes of equal numbers have a design effect of about 1 + (n - 1) x correlation")
    func designEffect() throws {
        let people = [3, 7, 9, 6, 10, 4, 5, 8].map { Proportion(successes: $0, trials: 10) }
        let rate = try ClusteredRate.estimate(people: people, level: 0.95).get()
        let binomial = rate.rate * (1 - rate.rate) / 80
        expectClose(rate.designEffect, rate.errorCR2 * rate.errorCR2 / binomial, 1e-14)
        let correlation = try rate.intraclassCorrelation.get()
        #expect(try ClusteredRate.intraclassCorrelation(of: people).get() == correlation)
        expectClose(rate.designEffect, 1 + 9 * correlation, 0.15)
    }

    @Test("what cannot be estimated says why")
    func undefined() {
        func estimate(_ counts: [(Int, Int)]) -> Estimate<Double> {
            ClusteredRate.intraclassCorrelation(of: counts.map { Proportion(successes: $0, trials: $1) })
        }
        #expect(estimate([(0, 0)]) == .failure(.noVotes))
        #expect(estimate([(3, 9), (0, 0)]) == .failure(.onePerson))
        #expect(estimate([(1, 1), (0, 1), (1, 1)]) == .failure(.singleVotes))
        #expect(estimate([(4, 4), (2, 2)]) == .failure(.sameVotes))
    }

    @Test(
        "13 image generators: published means, errors, intervals and design effects",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func generators() throws {
        let votes = try ReferenceSet.rows("layer6/cifar10.csv")
        let published = try ReferenceSet.rows("layer6/expected-by-model.csv")
        #expect(published.count == 13)
        for row in published {
            let expected = try row.dropFirst(2).map { try #require(Double($0)) }
            let people = try votes.filter { $0[1] == row[1] }.map { vote in
                // Error rates over 200 images each.
                Proportion(successes: Int((try #require(Double(vote[3])) * 200).rounded()), trials: 200)
            }
            #expect(people.count == Int(expected[0]))
            let rate = try ClusteredRate.estimate(people: people, level: 0.95).get()
            expectClose(rate.rate, expected[4], 1e-12, row[1])
            for error in [rate.errorCR1, rate.errorCR2] { expectClose(error, expected[5], 1e-10, row[1]) }
            let votes = Double(people.count * 200)
            expectClose((rate.rate * (1 - rate.rate) / votes).squareRoot(), expected[6], 1e-10, row[1])
            expectClose(rate.interval.low, expected[9], 1e-9, row[1])
            expectClose(rate.interval.high, expected[10], 1e-9, row[1])
            expectClose(rate.designEffect, expected[11], 1e-9, row[1])
        }
    }

    private func correlation(_ counts: [(Int, Int)]) throws -> Double {
        try ClusteredRate.intraclassCorrelation(of: counts.map { Proportion(successes: $0, trials: $1) }).get()
    }
}
