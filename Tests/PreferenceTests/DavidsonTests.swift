import Foundation
import Preference
import Testing

@Suite("Davidson's model of ties")
struct DavidsonTests {
    private let worths = [0.9, -1.4, 0.2, 0.3]

    @Test("expected counts give back the worths and the share of ties they were made from", arguments: [0.02, 0.8, 5])
    func knownWorths(nu: Double) throws {
        let fit = try Davidson.fit(expectedCounts(votes: 30, nu: nu)).get()
        for (found, worth) in zip(fit.logWorths, worths) { #expect(abs(found - worth) < 1e-11) }
        expectClose(fit.nu, nu, 1e-11)
        #expect(abs(fit.deviance) < 1e-10 && fit.degreesOfFreedom == 12 - 4)
    }

    @Test("the likelihood is flat at the estimate, and curved as the covariance says")
    func maximum() throws {
        let counts = smallCounts
        let fit = try Davidson.fit(counts).get()
        let estimate = fit.logWorths + [log(fit.nu)]
        func logLikelihood(_ x: [Double]) -> Double {
            counts.pairs.reduce(0) { sum, cell in
                let (one, other) = (exp(x[cell.first]), exp(x[cell.second]))
                let tie = exp(x[4]) * (one * other).squareRoot()
                return sum + cell.firstWins * log(one / (one + other + tie))
                    + cell.secondWins * log(other / (one + other + tie)) + cell.ties * log(tie / (one + other + tie))
            }
        }
        expectMaximum(of: logLikelihood, at: estimate, fit.covariance, fit.logLikelihood)
    }

    @Test("two items have closed estimates, whatever side the votes are counted from")
    func twoItems() throws {
        var counts = PairCounts(items: 2)
        counts.add(first: 0, second: 1, firstWins: 9, secondWins: 4, ties: 3)
        let fit = try Davidson.fit(counts).get()
        #expect(abs(fit.logWorths(relativeTo: 1)[0] - log(9.0 / 4)) < 1e-10)
        expectClose(fit.nu, 3 / 6, 1e-10)
        expectClose(fit.covariance(relativeTo: 1)[0, 0], 1.0 / 9 + 1.0 / 4, 1e-11)
        expectClose(fit.covariance[2, 2], 1.0 / 3 + (1.0 / 9 + 1.0 / 4) / 4, 1e-11)
        #expect(fit.degreesOfFreedom == 0)
        var exchanged = PairCounts(items: 2)
        exchanged.add(first: 1, second: 0, firstWins: 4, secondWins: 9, ties: 3)
        #expect(try Davidson.fit(exchanged).get() == fit)
    }

    @Test("three items in every way: there is a fit exactly where no direction raises the likelihood without end")
    func everyOutcome() {
        let pairs = [(0, 1), (0, 2), (1, 2)]
        var outcomes: [Undefined?: Int] = [:]
        for code in 1..<512 {
            var counts = PairCounts(items: 3)
            for (place, pair) in pairs.enumerated() {
                let seen = code >> (3 * place)
                counts.add(
                    first: pair.0, second: pair.1, firstWins: Double(seen & 1), secondWins: Double(seen >> 1 & 1),
                    ties: Double(seen >> 2 & 1))
            }
            var reason: Undefined?
            if case .failure(let undefined) = Davidson.fit(counts) { reason = undefined }
            #expect((reason == nil) == !hasOpenDirection(counts), "\(code)")
            outcomes[reason, default: 0] += 1
        }
        #expect(Set(outcomes.keys) == [nil, .noTies, .disconnected, .separated, .tiesUnbounded], "\(outcomes)")
    }

    @Test(
        "CEMS: worths, errors, ties and deviance of R's BradleyTerry2",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func cems() throws {
        let fit = try Davidson.fit(try Schools.counts()).get()
        let expected = [0.612932464, 1.822801977, 0.441972157, 1.032533860, 0.598322088, 0]
        let errors = [0.0751676342, 0.0831448892, 0.0760189285, 0.0775710538, 0.0751484923, 0, 0.0485082767]
        for (found, expected) in zip(fit.logWorths(relativeTo: 5), expected) { #expect(abs(found - expected) < 1e-8) }
        let covariance = fit.covariance(relativeTo: 5)
        for (place, error) in errors.enumerated() {
            #expect(abs(covariance[place, place].squareRoot() - error) < 1e-6)
        }
        #expect(abs(log(fit.nu) + 1.317179727) < 1e-8 && abs(fit.nu - 0.2678897598) < 1e-9)
        #expect(abs(fit.deviance - 77.2822439) < 1e-6 && fit.degreesOfFreedom == 24)
    }

    /// Whether some change of log-worths and of log nu makes no vote less probable, without end.
    private func hasOpenDirection(_ counts: PairCounts) -> Bool {
        [-1, 0, 1].contains { tie in
            (-2...2).contains { one in
                (-2...2).contains { two in
                    if tie == 0 && one == 0 && two == 0 { return false }
                    let shifts = [0, one, two]
                    return counts.pairs.allSatisfy { cell in
                        // By how much the logarithms of what the three probabilities are proportional to change.
                        let (first, second) = (
                            shifts[cell.first] - shifts[cell.second], shifts[cell.second] - shifts[cell.first]
                        )
                        return (cell.firstWins == 0 || first >= max(second, tie))
                            && (cell.secondWins == 0 || second >= max(first, tie))
                            && (cell.ties == 0 || tie >= max(first, second))
                    }
                }
            }
        }
    }

    private func expectedCounts(votes: Double, nu: Double) -> PairCounts {
        var counts = PairCounts(items: worths.count)
        for first in worths.indices {
            for second in first + 1..<worths.count {
                let (one, other) = (exp(worths[first]), exp(worths[second]))
                let tie = nu * (one * other).squareRoot()
                let unit = votes / (one + other + tie)
                counts.add(
                    first: first, second: second, firstWins: unit * one, secondWins: unit * other, ties: unit * tie)
            }
        }
        return counts
    }

    private var smallCounts: PairCounts {
        var counts = PairCounts(items: 4)
        for (first, second, wins, losses, ties) in [
            (0, 1, 5, 2, 1), (1, 2, 4, 4, 0), (2, 3, 0, 3, 3), (0, 3, 2, 9, 2),
        ] as [(Int, Int, Double, Double, Double)] {
            counts.add(first: first, second: second, firstWins: wins, secondWins: losses, ties: ties)
        }
        return counts
    }
}
