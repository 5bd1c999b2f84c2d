import Foundation
import Preference
import Testing

@Suite("Bradley-Terry, against published fits")
struct BradleyTerryReferenceTests {
    /// How far R's errors may be from ours: its `glm` takes the information one step before the last.
    private let oneStep = 1e-6

    @Test("choix: cycles of three")
    func choix() throws {
        // Test cases of choix (Maystre), of pairs (winner, loser).
        let cycle = try BradleyTerry.fit(wins([[0, 1], [1, 2], [2, 0]])).get()
        #expect(cycle.logWorths.allSatisfy { abs($0) < 1e-12 })
        let more = try BradleyTerry.fit(wins([[0, 1], [0, 1], [1, 2], [2, 0]])).get()
        expect(more.logWorths, [0.419617624, -0.419617624, 0])
    }

    /// A choice of one item among several.
    typealias Choice = (chosen: Int, others: [Int])

    @Test(
        "choix: rankings and choices among several, by pairs of such weights that they say the same (Luce)",
        arguments: [
            (3, rankings([[0, 1, 2], [1, 2, 0], [2, 0, 1]]), [0, 0, 0]),
            // The estimate printed there has a gradient of 2e-5; this is choix's own, iterated to 1e-12.
            (
                4, rankings([[0, 1, 2], [3, 2, 0], [1, 3]]),
                [-0.44330849, 0.69506787, -0.67060957, 0.41885019]
            ), (3, [(0, [1, 2]), (1, [0, 2]), (2, [0, 1])], [0, 0, 0]),
            (3, [(0, [1]), (1, [2]), (2, [0, 1])], [0.16040395, -0.32080789, 0.16040394]),
        ] as [(Int, [Choice], [Double])])
    func choicesAmongSeveral(items: Int, choices: [Choice], expected: [Double]) throws {
        var found = [Double](repeating: 0, count: items)
        for _ in 0..<40 {
            // With these weights the sums of the pairs' gradients are those of the choices.
            var counts = PairCounts(items: items)
            for (chosen, others) in choices {
                let all = ([chosen] + others).reduce(0) { $0 + exp(found[$1]) }
                for other in others {
                    let weight = (exp(found[chosen]) + exp(found[other])) / all
                    counts.add(first: chosen, second: other, firstWins: weight)
                }
            }
            found = try BradleyTerry.fit(counts).get().logWorths
        }
        expect(found, expected, within: 2e-8)
    }

    /// A ranking, best first, as choices of the best of what is left.
    private static func rankings(_ rankings: [[Int]]) -> [Choice] {
        rankings.flatMap { ranking in
            ranking.dropLast().indices.map { (ranking[$0], Array(ranking[($0 + 1)...])) }
        }
    }

    @Test("the worked example of Wikipedia's article, two pairs of which were never compared")
    func wikipedia() throws {
        var counts = PairCounts(items: 4)
        for (first, second, wins, losses) in [(0, 1, 2, 3), (0, 3, 1, 4), (1, 2, 5, 3), (2, 3, 1, 3)] {
            counts.add(first: first, second: second, firstWins: Double(wins), secondWins: Double(losses))
        }
        let fit = try BradleyTerry.fit(counts).get()
        for (found, expected) in zip(fit.logWorths, [0.640, 1.043, 0.660, 2.270]) {
            expectClose(exp(found), expected, 1e-3)
        }
    }

    @Test(
        "citations: worths, covariances, likelihood, deviance", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped)
    )
    func citations() throws {
        let journals = ["Biometrika", "Comm Statist", "JASA", "JRSS-B"]
        let counts = try counts("bradleyterry2/citations-binomial.csv", of: journals)
        let fit = try BradleyTerry.fit(counts).get()
        expect(fit.logWorths(relativeTo: 0), [0, -2.9490724968, -0.4795697698, 0.2689540558])
        let covariance = fit.covariance(relativeTo: 0)
        expect(errors(covariance), [0, 0.10254533537, 0.06058872924, 0.07082996511])
        let expected = [
            [0.0105155458, 0.0022745471, 0.0014604194], [0.0022745471, 0.0036709941, 0.0016835577],
            [0.0014604194, 0.0016835577, 0.0050168840],
        ]
        for row in 0..<3 {
            for column in 0..<3 { #expect(abs(covariance[row + 1, column + 1] - expected[row][column]) < 1e-9) }
        }
        // R's log-likelihood counts the orders in which the citations can have come.
        let orders = counts.pairs.reduce(0) {
            $0 + lgamma($1.firstWins + $1.secondWins + 1) - lgamma($1.firstWins + 1) - lgamma($1.secondWins + 1)
        }
        #expect(abs(fit.logLikelihood + orders + 20.19694033) < 1e-7)
        #expect(abs(fit.deviance - 4.29338397) < 1e-7 && fit.degreesOfFreedom == 3)
    }

    @Test("baseball, at home and not", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func baseball() throws {
        let teams = ["Baltimore", "Boston", "Cleveland", "Detroit", "Milwaukee", "New York", "Toronto"]
        let counts = try counts("bradleyterry2/baseball.csv", of: teams)
        let plain = try BradleyTerry.fit(counts).get()
        expect(
            plain.logWorths(relativeTo: 0),
            [0, 1.1076977054, 0.6838527692, 1.4364084318, 1.5813558767, 1.2476178451, 1.2944851239])
        expect(
            errors(plain.covariance(relativeTo: 0)),
            [0, 0.3338779082, 0.3318763991, 0.3395681875, 0.3432556640, 0.3358606158, 0.3366690927],
            within: oneStep)
        let home = try BradleyTerry.fit(counts, orderEffect: true).get()
        expect(
            home.logWorths(relativeTo: 0),
            [0, 1.1438026533, 0.7046944569, 1.4753572136, 1.6195549936, 1.2813404033, 1.3271103981])
        #expect(abs(try #require(home.logOrderEffect) - 0.3022606555) < 1e-9)
        // R prints these errors to four places.
        let printed = [0, 0.3378, 0.3350, 0.3446, 0.3474, 0.3404, 0.3403, 0.1309]
        for (found, printed) in zip(errors(home.covariance(relativeTo: 0)), printed) {
            #expect(abs(found - printed) <= 0.5e-4)
        }
        #expect(abs(home.deviance - 38.64285214) < 1e-7 && home.degreesOfFreedom == 35)
        // R's deviance of the plain model is by ordered pairs as well.
        let gain = 2 * (home.logLikelihood - plain.logLikelihood)
        #expect(abs(home.deviance + gain - 44.05346123) < 1e-7)
        #expect(plain.degreesOfFreedom == 21 - 6)
    }

    @Test("CEMS: ties as half a win for each", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func cems() throws {
        var counts = PairCounts(items: 6)
        var ties = 0.0
        for cell in try Schools.counts().pairs {
            counts.add(
                first: cell.first, second: cell.second, firstWins: cell.firstWins + cell.ties / 2,
                secondWins: cell.secondWins + cell.ties / 2)
            ties += cell.ties
        }
        let fit = try BradleyTerry.fit(counts).get()
        expect(
            fit.logWorths(relativeTo: 5), [0.5379055973, 1.5974796540, 0.3877671424, 0.9064452669, 0.5250666443, 0])
        expect(
            errors(fit.covariance(relativeTo: 5)),
            [0.07027565180, 0.07678153518, 0.07112624700, 0.07231302997, 0.07026279402, 0], within: oneStep)
        // R's deviance is by votes, each of which fits itself: a tie with a probability of one half.
        #expect(abs(-2 * (fit.logLikelihood + ties * log(2.0)) - 4929.3) < 0.05)
    }

    @Test("evalica: food and simple, ties as halves", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func evalica() throws {
        for set in ["food", "simple"] {
            let votes = try ReferenceSet.rows("evalica/\(set).csv")
            let golden = try ReferenceSet.rows("evalica/\(set)-golden.csv").filter { $0[0] == "bradley_terry" }
            let items = golden.map { $0[1] }
            var counts = PairCounts(items: items.count)
            for vote in votes {
                let share = vote[2] == "tie" ? 0.5 : vote[2] == "left" ? 1 : 0
                counts.add(
                    first: try #require(items.firstIndex(of: vote[0])),
                    second: try #require(items.firstIndex(of: vote[1])), firstWins: share, secondWins: 1 - share)
            }
            #expect(items.count == 5)
            expect(try BradleyTerry.fit(counts).get().worths, try golden.map { try #require(Double($0[2])) })
        }
    }

    @Test("celebrities: worths and deviance of R's eba", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func celebrities() throws {
        var counts = PairCounts(items: 9)
        for (item, row) in try ReferenceSet.rows("celebrities/celebrities.csv").enumerated() {
            for (other, wins) in row.dropFirst().enumerated() where other != item {
                counts.add(first: item, second: other, firstWins: try #require(Double(wins)))
            }
        }
        let fit = try BradleyTerry.fit(counts).get()
        expect(
            fit.worths,
            [
                0.228726413, 0.140315064, 0.109930172, 0.072071366, 0.044210735, 0.074776472, 0.060646943, 0.113304729,
                0.156018104,
            ], within: 1e-6)
        #expect(abs(fit.deviance - 78.22) < 0.005 && fit.degreesOfFreedom == 36 - 8)
    }

    @Test("first names: worths, errors and likelihood", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let counts = PairCounts(items: 6, comparisons: try FirstNames.comparisons())
        let fit = try BradleyTerry.fit(counts).get()
        expect(
            fit.logWorths(relativeTo: 5), [0.3750857972, 0.5532784821, 0.1686988757, -0.0791816786, -0.6002191029, 0])
        expect(
            errors(fit.covariance(relativeTo: 5)),
            [0.0854304731, 0.0864255575, 0.0848277941, 0.0848654406, 0.0877431331, 0], within: oneStep)
        expect(
            fit.worths, [0.21241369502, 0.25384616901, 0.17280241696, 0.13486419229, 0.08009639643, 0.14597713029])
        #expect(abs(fit.logLikelihood + 1888.883257) < 1e-6)
    }

    @Test("first names: the order effect of R's eba", .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNamesInOrder() throws {
        let counts = PairCounts(items: 6, comparisons: try FirstNames.comparisonsInOrder())
        let fit = try BradleyTerry.fit(counts, orderEffect: true).get()
        // eba's effect multiplies the second one's worth, so that its value below 1 favours the first: ours is 1 / its.
        let effect = try #require(fit.logOrderEffect)
        #expect(abs(exp(-effect) - 0.97652) < 0.5e-5)
        #expect(abs(fit.covariance[6, 6].squareRoot() - 0.03779 / 0.97652) < 1e-5)
        #expect(abs(fit.deviance - 18.925) < 0.5e-3 && fit.degreesOfFreedom == 30 - 6)
        let plain = try BradleyTerry.fit(counts).get()
        #expect(abs(2 * (fit.logLikelihood - plain.logLikelihood) - 0.377) < 0.5e-3)
        let eba = [0.209353, 0.250191, 0.170308, 0.132900, 0.078924, 0.143853]
        expect(fit.worths, eba.map { $0 / eba.reduce(0, +) }, within: 1e-6)
    }

    /// The counts of a table of rows (item, other, wins of the item, wins of the other).
    private func counts(_ path: String, of items: [String]) throws -> PairCounts {
        var counts = PairCounts(items: items.count)
        for row in try ReferenceSet.rows(path) {
            counts.add(
                first: try #require(items.firstIndex(of: row[0])), second: try #require(items.firstIndex(of: row[1])),
                firstWins: try #require(Double(row[2])), secondWins: try #require(Double(row[3])))
        }
        return counts
    }

    private func wins(_ pairs: [[Int]]) -> PairCounts {
        var counts = PairCounts(items: 3)
        for pair in pairs { counts.add(first: pair[0], second: pair[1], firstWins: 1) }
        return counts
    }

    private func errors(_ covariance: SymmetricMatrix) -> [Double] {
        (0..<covariance.size).map { covariance[$0, $0].squareRoot() }
    }

    private func expect(
        _ found: [Double], _ expected: [Double], within difference: Double = 1e-9,
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(found.count == expected.count, sourceLocation: location)
        for (found, expected) in zip(found, expected) {
            #expect(abs(found - expected) < difference, "\(found), expected \(expected)", sourceLocation: location)
        }
    }
}
