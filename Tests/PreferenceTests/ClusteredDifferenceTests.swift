import Foundation
import Preference
import Testing

@Suite("The difference of two rates by people")
struct ClusteredDifferenceTests {
    @Test(
        "it agrees with the estimator written out by matrices",
        arguments: [
            [(3, 10, 5, 9), (7, 9, 1, 4), (2, 14, 0, 2), (0, 1, 1, 1), (5, 6, 2, 6)],
            [(3, 4, 0, 0), (1, 2, 0, 0), (0, 0, 2, 5), (0, 0, 2, 3), (0, 0, 0, 1)],
            [(3, 4, 1, 3), (1, 2, 0, 0), (0, 0, 2, 5), (0, 0, 0, 0), (5, 5, 1, 2), (0, 3, 0, 7)],
        ])
    func byVotes(counts: [(Int, Int, Int, Int)]) throws {
        let (first, second) = people(counts)
        let found = try ClusteredDifference.estimate(first, second, level: 0.95).get()
        let (one, two) = (rate(first), rate(second))
        let votes = zip(first, second).map { first, second in
            [(first, [1.0, 0.0]), (second, [0.0, 1.0])].flatMap { own, row in
                (0..<own.trials).map { (row: row, vote: $0 < own.successes ? 1.0 : 0) }
            }
        }
        var covariance = SymmetricMatrix(size: 2)
        covariance[0, 0] = 1 / Double(first.reduce(0) { $0 + $1.trials })
        covariance[1, 1] = 1 / Double(second.reduce(0) { $0 + $1.trials })
        let expected = ByVotes(people: votes, covariance: covariance, estimate: [one, two], contrast: [1, -1])
        expectClose(found.difference, one - two, 1e-14)
        expectClose(found.error, expected.error, 1e-10)
        expectClose(found.degreesOfFreedom, expected.degreesOfFreedom, 1e-10)
        let student = StudentDistribution(degreesOfFreedom: found.degreesOfFreedom)
        expectClose(found.p, 2 * student.upperTail(from: abs(found.difference) / found.error), 1e-12)
        let half = student.quantile(upperTail: 0.025) * found.error
        expectClose(found.interval.low, max(-1, found.difference - half), 1e-12)
        expectClose(found.interval.high, min(1, found.difference + half), 1e-12)
        let exchanged = try ClusteredDifference.estimate(second, first, level: 0.95).get()
        #expect(exchanged.difference == -found.difference)
        expectClose(exchanged.error, found.error, 1e-14)
        expectClose(exchanged.degreesOfFreedom, found.degreesOfFreedom, 1e-13)
    }

    @Test("without common people the errors are those of the rates")
    func apart() throws {
        let (first, second) = people([(3, 10, 0, 0), (7, 9, 0, 0), (2, 14, 0, 0), (0, 0, 5, 9), (0, 0, 1, 4)])
        let found = try ClusteredDifference.estimate(first, second, level: 0.9).get()
        let errors = try [first, second].map { try ClusteredRate.estimate(people: $0, level: 0.9).get().errorCR2 }
        expectClose(found.error, (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot(), 1e-14)
        #expect(found.people == 5 && found.peopleInBoth == 0)
    }

    @Test("people who saw as much of both are a paired t test")
    func paired() throws {
        let (first, second) = people([(3, 10, 5, 10), (7, 10, 8, 10), (2, 10, 7, 10), (9, 10, 8, 10)])
        let found = try ClusteredDifference.estimate(first, second, level: 0.95).get()
        // Differences of means -.2 -.1 -.5 .1: mean -.175, standard deviation sqrt(.1875/3).
        expectClose(found.difference, -0.175, 1e-13)
        expectClose(found.error, (0.1875 / 3 / 4).squareRoot(), 1e-13)
        expectClose(found.degreesOfFreedom, 3, 1e-12)
        #expect(found.people == 4 && found.peopleInBoth == 4)
    }

    @Test("the order of people does not matter beyond rounding, nor do people without votes")
    func order() throws {
        let counts = [(3, 4, 1, 3), (1, 2, 0, 0), (0, 0, 2, 5), (5, 5, 1, 2)]
        let (first, second) = people(counts)
        let found = try ClusteredDifference.estimate(first, second, level: 0.95).get()
        let more = people([(0, 0, 0, 0)] + counts + [(0, 0, 0, 0)])
        #expect(try ClusteredDifference.estimate(more.0, more.1, level: 0.95).get() == found)
    }

    @Test("what cannot be estimated says why")
    func undefined() {
        func estimate(_ counts: [(Int, Int, Int, Int)]) -> Estimate<ClusteredDifference> {
            let (first, second) = people(counts)
            return ClusteredDifference.estimate(first, second, level: 0.95)
        }
        #expect(estimate([]) == .failure(.noVotes))
        #expect(estimate([(1, 2, 0, 0), (2, 2, 0, 0)]) == .failure(.noVotes))
        #expect(estimate([(1, 2, 1, 3), (2, 2, 0, 0)]) == .failure(.onePerson))
        #expect(estimate([(2, 2, 0, 3), (4, 4, 0, 1)]) == .failure(.noSpread))
        #expect(estimate([(1, 3, 2, 3), (2, 3, 3, 3), (0, 3, 1, 3)]) == .failure(.noSpread), "all differ by a third")
        #expect(estimate([(1, 3, 6, 9), (2, 3, 9, 9), (0, 3, 3, 9)]) == .failure(.noSpread))
    }

    private func people(_ counts: [(Int, Int, Int, Int)]) -> ([Proportion], [Proportion]) {
        (
            counts.map { Proportion(successes: $0.0, trials: $0.1) },
            counts.map { Proportion(successes: $0.2, trials: $0.3) }
        )
    }

    private func rate(_ people: [Proportion]) -> Double {
        Double(people.reduce(0) { $0 + $1.successes }) / Double(people.reduce(0) { $0 + $1.trials })
    }
}
