import Foundation
import Preference
import Testing

@Suite("Thurstone's case V")
struct ThurstoneTests {
    private let places = [1.1, -0.3, -1.5, 0.7]

    @Test("expected counts give back the places they were made from")
    func knownPlaces() throws {
        var counts = PairCounts(items: 4)
        for first in places.indices {
            for second in first + 1..<4 {
                let p = NormalDistribution.upperTail(from: places[second] - places[first])
                counts.add(first: first, second: second, firstWins: 30 * p, secondWins: 30 * (1 - p), ties: 2)
            }
        }
        let fit = try Thurstone.fit(counts).get()
        for (found, place) in zip(fit.places, places) { #expect(abs(found - place) < 1e-11) }
        #expect(abs(fit.deviance) < 1e-10 && fit.degreesOfFreedom == 6 - 3)
    }

    @Test("items that win 75 % of their pairs are one just objectionable difference apart")
    func unit() throws {
        // pwcmp without a prior and with mean 0.
        let fit = try Thurstone.fit(counts([[0, 25, 0], [75, 0, 25], [0, 75, 0]])).get()
        for (found, expected) in zip(fit.places.map(Thurstone.jod), [-1, 0, 1]) {
            #expect(abs(found - Double(expected)) < 1e-11)
        }
    }

    @Test("the likelihood is greatest at the estimate")
    func maximum() throws {
        let wins = [[0, 5, 0, 11], [2, 0, 4, 0], [0, 4, 0, 0], [5, 0, 3, 0]] as [[Double]]
        let fit = try Thurstone.fit(counts(wins)).get()
        func score(of item: Int) -> Double {
            // A numerical slope of the log-likelihood.
            func logLikelihood(_ shift: Double) -> Double {
                var places = fit.places
                places[item] += shift
                return (0..<4).reduce(0) { sum, winner in
                    (0..<4).reduce(sum) {
                        $0 + wins[winner][$1] * log(NormalDistribution.upperTail(from: places[$1] - places[winner]))
                    }
                }
            }
            return (logLikelihood(1e-5) - logLikelihood(-1e-5)) / 2e-5
        }
        for item in 0..<4 { #expect(abs(score(of: item)) < 1e-8) }
        expectClose(fit.places.reduce(0, +) + 1, 1, 1e-14)
        #expect(fit.degreesOfFreedom == 4 - 3)
    }

    @Test("the error of two items is that of the binomial, over the density")
    func error() throws {
        let fit = try Thurstone.fit(counts([[0, 30], [10, 0]])).get()
        let distance = fit.places[0] - fit.places[1]
        let density = exp(-distance * distance / 2) / (2 * Double.pi).squareRoot()
        expectClose(fit.covariance(relativeTo: 1)[0, 0].squareRoot(), (0.75 * 0.25 / 40).squareRoot() / density, 1e-10)
        expectClose(fit.covariance[0, 0] * 4, fit.covariance(relativeTo: 1)[0, 0], 1e-10)
    }

    @Test(
        "two items, to a hundred million votes against one, are as far apart as the normal quantile",
        arguments: [1, 9, 1e8])
    func twoItems(wins: Double) throws {
        let fit = try Thurstone.fit(counts([[0, wins], [1, 0]])).get()
        let expected = NormalDistribution.quantile(upperTail: 1 / (wins + 1))
        #expect(abs(fit.places(relativeTo: 1)[0] - expected) < 1e-8)
    }

    @Test("what has no estimate says why")
    func undefined() {
        #expect(Thurstone.fit(PairCounts(items: 2)) == .failure(.noVotes))
        #expect(Thurstone.fit(counts([[0, 1, 0], [1, 0, 0], [0, 0, 0]])) == .failure(.disconnected))
        #expect(Thurstone.fit(counts([[0, 1, 1], [1, 0, 1], [0, 0, 0]])) == .failure(.separated))
    }

    @Test(
        "first names and celebrities: places and deviance of R's eba",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func eba() throws {
        let names = try Thurstone.fit(PairCounts(items: 6, comparisons: try FirstNames.comparisons())).get()
        let celebrities = try Thurstone.fit(try table("celebrities/celebrities.csv", named: true)).get()
        for (fit, expected) in [
            (names, [0, 0.1101, -0.1285, -0.2827, -0.6037, -0.2334]),
            (celebrities, [0, -0.2952, -0.4460, -0.7064, -1.0006, -0.6839, -0.8118, -0.4267, -0.2288]),
        ] {
            for (found, expected) in zip(fit.places(relativeTo: 0), expected) {
                #expect(abs(found - expected) < 0.6e-4)
            }
        }
        #expect(abs(names.deviance - 4.339) < 0.5e-3 && names.degreesOfFreedom == 10)
        #expect(abs(celebrities.deviance - 81.42) < 0.5e-2 && celebrities.degreesOfFreedom == 28)
    }

    @Test("tone mapping: pwcmp's scale without a prior", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func toneMapping() throws {
        let fit = try Thurstone.fit(try table("pwcmp/tmo_win_matrix_all.csv", named: false)).get()
        let expected = [-0.108586, -1.390441, 1.044922, 0.607468, -0.562347, 0.039092, 0.369891]
        // pwcmp rounds the unit to 1 / 1.4826.
        for (place, expected) in zip(fit.places, expected) { #expect(abs(1.4826 * place - expected) < 1e-6) }
        for (found, expected) in zip(fit.places.map(Thurstone.jod), expected) { #expect(abs(found - expected) < 1e-5) }
    }

    /// A table of wins of the row's item over the column's.
    private func table(_ path: String, named: Bool) throws -> PairCounts {
        counts(
            try ReferenceSet.rows(path).map { row in
                try row.dropFirst(named ? 1 : 0).map { try #require(Double($0)) }
            })
    }

    private func counts(_ wins: [[Double]]) -> PairCounts {
        var counts = PairCounts(items: wins.count)
        for (winner, row) in wins.enumerated() {
            for (loser, wins) in row.enumerated() where wins > 0 {
                counts.add(first: winner, second: loser, firstWins: wins)
            }
        }
        return counts
    }
}
