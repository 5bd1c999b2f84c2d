import Foundation
import Preference
import Testing

@Suite("Rates of people who differ")
struct RandomInterceptTests {
    @Test(
        "first names: intercept, error, standard deviation, likelihood and rates of R's glmer",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let rows = SelectionRate.table(methods: 6, comparisons: try FirstNames.comparisons())
        for expected in [
            Expected(
                name: "Lucas", intercept: 0.71315542, error: 0.11609853, sd: 1.15072192, logLikelihood: -599.414705,
                conditional: 0.67109802, marginal: 0.63753551),
            Expected(
                name: "Benedikt", intercept: -1.20611726, error: 0.16661109, sd: 1.74341046,
                logLikelihood: -529.749524, conditional: 0.23038878, marginal: 0.31065573),
        ] {
            let row = try #require(rows.first { FirstNames.names[$0.method] == expected.name && $0.against == nil })
            let model = try RandomInterceptModel.estimate(people: row.people, level: 0.95).get()
            // glmer stops a little before the maximum.
            #expect(abs(model.intercept - expected.intercept) < 1e-4)
            #expect(abs(model.sd - expected.sd) < 1e-4)
            #expect(abs(model.logLikelihood - expected.logLikelihood) < 1e-5)
            #expect(model.logLikelihood > expected.logLikelihood - 1e-6)
            #expect(abs(model.conditional - expected.conditional) < 1e-4)
            #expect(abs(model.interceptError - expected.error) < 1e-3)
            #expect(abs(model.marginal - expected.marginal) < 1e-3)
            let clustered = try row.clustered(level: 0.95).get()
            #expect(abs(model.interval.low - clustered.interval.low) < 0.01)
            #expect(abs(model.interval.high - clustered.interval.high) < 0.01)
        }
    }

    @Test("the likelihood is that of the integral by small steps, and greatest at the estimate")
    func maximum() throws {
        let people = votes([(3, 10), (7, 9), (2, 14), (0, 1), (5, 6), (9, 9), (1, 12), (4, 8)])
        let model = try RandomInterceptModel.estimate(people: people, level: 0.95).get()
        let greatest = logLikelihood(people, model.intercept, model.sd)
        #expect(abs(model.logLikelihood - greatest) < 1e-8)
        for (intercept, sd) in [(1e-4, 0), (-1e-4, 0), (0, 1e-4), (0, -1e-4), (1e-4, 1e-4)] {
            #expect(logLikelihood(people, model.intercept + intercept, model.sd + sd) < greatest)
        }
        // The inverse of the second differences.
        func second(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
            func at(_ x: Double, _ y: Double) -> Double {
                logLikelihood(
                    people, model.intercept + x * a.0 + y * b.0, model.sd + x * a.1 + y * b.1)
            }
            let h = 1e-3
            return -(at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h)
        }
        let (own, both, other) = (second((1, 0), (1, 0)), second((1, 0), (0, 1)), second((0, 1), (0, 1)))
        expectClose(model.interceptError, (other / (own * other - both * both)).squareRoot(), 1e-5)
        let marginal = mean { 1 / (1 + exp(-model.intercept - model.sd * $0)) }
        #expect(abs(model.marginal - marginal) < 1e-10)
        #expect(abs(model.conditional - 1 / (1 + exp(-model.intercept))) < 1e-15)
        // The delta method, by differences.
        func marginalLogOdds(_ intercept: Double, _ sd: Double) -> Double {
            let rate = mean { 1 / (1 + exp(-intercept - sd * $0)) }
            return log(rate / (1 - rate))
        }
        let slopes = [(1e-5, 0), (0, 1e-5)].map { a, b in
            (marginalLogOdds(model.intercept + a, model.sd + b) - marginalLogOdds(model.intercept - a, model.sd - b))
                / 2e-5
        }
        let determinant = own * other - both * both
        let variance =
            (slopes[0] * slopes[0] * other - 2 * slopes[0] * slopes[1] * both + slopes[1] * slopes[1] * own)
            / determinant
        let half = 1.959963984540054 * variance.squareRoot()
        let middle = log(marginal / (1 - marginal))
        #expect(abs(model.interval.low - 1 / (1 + exp(half - middle))) < 1e-5)
        #expect(abs(model.interval.high - 1 / (1 + exp(-half - middle))) < 1e-5)
    }

    @Test("people who differ no more than independent votes have a standard deviation of 0")
    func alike() throws {
        let model = try RandomInterceptModel.estimate(people: votes([(6, 10), (6, 10), (7, 10), (5, 10)]), level: 0.9)
            .get()
        #expect(model.sd == 0)
        expectClose(model.marginal, 0.6, 1e-9)
        expectClose(model.conditional, 0.6, 1e-9)
        expectClose(model.interceptError, 1 / (40 * 0.24).squareRoot(), 1e-9)
        expectClose(model.logLikelihood, 24 * log(0.6) + 16 * log(0.4), 1e-9)
    }

    @Test("losses for wins turn it round, and the order of people does not matter")
    func symmetry() throws {
        let counts = [(3, 10), (7, 9), (2, 14), (0, 1), (5, 6), (9, 9)]
        let model = try RandomInterceptModel.estimate(people: votes(counts), level: 0.95).get()
        #expect(
            try RandomInterceptModel.estimate(people: votes(counts.reversed() + [(0, 0)]), level: 0.95).get() == model)
        let turned = try RandomInterceptModel.estimate(people: votes(counts.map { ($1 - $0, $1) }), level: 0.95).get()
        #expect(abs(turned.intercept + model.intercept) < 1e-7 && abs(turned.sd - model.sd) < 1e-7)
        #expect(abs(turned.interval.low + model.interval.high - 1) < 1e-7)
    }

    @Test("many votes of each person, and people very far apart, are borne")
    func extremes() throws {
        let many = try RandomInterceptModel.estimate(
            people: votes([(60_000_000, 90_000_000), (20_000_000, 90_000_000), (45_000_000, 90_000_000)]), level: 0.95
        ).get()
        // So many votes tell each person's log-odds exactly.
        let logOdds = [2.0, 2.0 / 7, 1].map(log)
        let mean = logOdds.reduce(0, +) / 3
        #expect(abs(many.intercept - mean) < 1e-5)
        #expect(abs(many.sd - (logOdds.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3).squareRoot()) < 1e-5)
        let apart = try RandomInterceptModel.estimate(
            people: votes([(20, 20), (20, 20), (0, 20), (0, 20), (19, 20), (1, 20)]), level: 0.95
        ).get()
        #expect(apart.sd > 3 && abs(apart.marginal - 0.5) < 1e-6)
        #expect(apart.interval.low > 0 && apart.interval.low < 0.3 && apart.interval.high < 1)
    }

    @Test("what has no estimate says why")
    func undefined() {
        func estimate(_ counts: [(Int, Int)]) -> Estimate<RandomInterceptModel> {
            RandomInterceptModel.estimate(people: votes(counts), level: 0.95)
        }
        #expect(estimate([]) == .failure(.noVotes))
        #expect(estimate([(0, 0)]) == .failure(.noVotes))
        #expect(estimate([(3, 9), (0, 0)]) == .failure(.onePerson))
        #expect(estimate([(1, 1), (0, 1)]) == .failure(.singleVotes))
        #expect(estimate([(4, 4), (2, 2)]) == .failure(.sameVotes))
        #expect(estimate([(0, 4), (0, 2)]) == .failure(.sameVotes))
        #expect(estimate([(4, 4), (0, 2), (1, 1)]) == .failure(.spreadUnbounded))
        #expect((try? estimate([(2, 4), (2, 4)]).get())?.sd == 0, "equal people are an answer")
    }

    private struct Expected {
        var name: String
        var intercept: Double
        var error: Double
        var sd: Double
        var logLikelihood: Double
        var conditional: Double
        var marginal: Double
    }

    private func votes(_ counts: [(Int, Int)]) -> [Proportion] {
        counts.map { Proportion(successes: $0, trials: $1) }
    }

    /// The mean of a function of a standard normal variable, by small steps.
    private func mean(_ function: (Double) -> Double) -> Double {
        (-900...900).reduce(0) { sum, place in
            let b = Double(place) / 100
            return sum + function(b) * exp(-b * b / 2) / (2 * Double.pi).squareRoot() / 100
        }
    }

    private func logLikelihood(_ people: [Proportion], _ intercept: Double, _ sd: Double) -> Double {
        people.reduce(0) { sum, person in
            sum
                + log(
                    mean { b in
                        let p = 1 / (1 + exp(-intercept - sd * b))
                        return pow(p, Double(person.successes)) * pow(1 - p, Double(person.trials - person.successes))
                    })
        }
    }
}
