import Foundation
import Preference
import Randomness
import Testing

@Suite("Watching a study as it runs")
struct BettingMartingaleTests {
    @Test("one person proves nothing; two alike give 1 and the mean square of the bets")
    func byHand() throws {
        for votes in [(0, 4), (1, 4), (4, 4)] {
            let one = try martingale([votes])
            #expect(abs(one.logEValues[0]) < 1e-14 && one.means == [Double(votes.0) / 4])
        }
        // ((1 + c)^2 + (1 - c)^2)/2 = 1 + c^2; the mean of c^2 over 1/32, 3/32, ..., 31/32 is 1/3 - 1/3072.
        let two = try martingale([(3, 3), (0, 0), (2, 2)])
        expectClose(two.eValue, 1 + 1.0 / 3 - 1.0 / 3072, 1e-14)
        #expect(two.means == [1, 1])
        #expect(BettingMartingale.estimate(people: []) == .failure(.noVotes))
        #expect(BettingMartingale.estimate(people: [Proportion(successes: 0, trials: 0)]) == .failure(.noVotes))
    }

    @Test("without a preference the expectation is 1, over all sequences of any fair people")
    func expectation() throws {
        // Fair people: at 0 or 1; at 1/2; at 1/4 or 3/4; and 1 in one of three cases, else 1/4.
        let kinds: [[(probability: Double, votes: (Int, Int))]] = [
            [(0.5, (0, 1)), (0.5, (1, 1))], [(1, (1, 2))], [(0.5, (1, 4)), (0.5, (3, 4))],
            [(1.0 / 3, (2, 2)), (2.0 / 3, (1, 4))], [(0.5, (0, 1)), (0.5, (1, 1))], [(0.5, (0, 7)), (0.5, (7, 7))],
        ]
        var sequences: [(probability: Double, votes: [(Int, Int)])] = [(1, [])]
        for kind in kinds {
            sequences = sequences.flatMap { known in
                kind.map { (known.probability * $0.probability, known.votes + [$0.votes]) }
            }
        }
        let expectation = try sequences.reduce(0) { try $0 + $1.probability * martingale($1.votes).eValue }
        expectClose(expectation, 1, 1e-13)
    }

    @Test("people of one vote each give nearly the mixture over all rates")
    func betaMixture() throws {
        for (wins, losses) in [(17, 5), (22, 0), (11, 11), (85, 25)] {
            let votes = Array(repeating: (1, 1), count: wins) + Array(repeating: (0, 1), count: losses)
            let mixture = try Proportion(successes: wins, trials: wins + losses).naiveLogEValue.get()
            #expect(abs(try #require(martingale(votes).logEValues.last) - mixture) < 0.5)
        }
    }

    @Test("the last e-value is the same in any order, and sides exchange without a trace")
    func order() throws {
        let votes = people(40, rate: 0.6, index: 1)
        let forward = try martingale(votes)
        let backward = try martingale(votes.reversed())
        let mirrored = try martingale(votes.map { ($0.1 - $0.0, $0.1) })
        expectClose(backward.eValue, forward.eValue, 1e-10)
        for (one, other) in zip(mirrored.logEValues, forward.logEValues) { #expect(abs(one - other) < 1e-12) }
        let (interval, mirror) = (try forward.sequence(), try mirrored.sequence())
        #expect(abs(interval.low + mirror.high - 1) < 3e-6 && abs(interval.high + mirror.low - 1) < 3e-6)
    }

    @Test("a hundred thousand people alike, and as many the other way, stay numbers")
    func long() throws {
        let alike = try martingale(Array(repeating: (1, 1), count: 100_000))
        #expect(alike.eValue == Double.greatestFiniteMagnitude)
        // The boldest bet wins 1 + 31/32 each time.
        #expect(abs(try #require(alike.logEValues.last) - (100_000 * log(1 + 31.0 / 32) - log(32))) < 1e-4)
        let interval = try alike.sequence()
        #expect(interval.high == 1 && interval.low > 0.999)
        let turned = try martingale(
            Array(repeating: (1, 1), count: 5000) + Array(repeating: (0, 1), count: 5000))
        #expect(turned.logEValues.allSatisfy(\.isFinite) && turned.logEValues[9999] < 0)
        #expect(turned.confidenceSequence(level: 0.95) == .failure(.drifting))
        #expect(turned.advice(alpha: 0.05) == .stopAhead, "what was shown once stays shown")
    }

    @Test("the confidence sequence is what no capital ever excluded", arguments: 0..<6)
    func sequence(index: Int) throws {
        let votes = people(30 + 20 * index, rate: [0.5, 0.6, 0.75, 0.97, 0.02, 0.4][index], index: UInt64(index))
        let level = index % 2 == 0 ? 0.95 : 0.8
        let interval = try martingale(votes).sequence(level: level)
        // By brute force on a grid, with sums of logarithms.
        let step = 1.0 / 500
        let kept = (1..<500).map { Double($0) * step }.filter { mean in
            greatest(votes.map { Double($0.0) / Double($0.1) }, against: mean) < 1 / (1 - level)
        }
        let (low, high) = (try #require(kept.first), try #require(kept.last))
        #expect(interval.low <= low && interval.low > low - step - 2e-6)
        #expect(interval.high >= high && interval.high < high + step + 2e-6)
        #expect(kept.count == Int(((high - low) / step).rounded()) + 1, "an interval")
    }

    @Test("the confidence sequences on the way are what they were then, a little wider")
    func sequences() throws {
        let votes = people(90, rate: 0.7, index: 9)
        let martingale = try martingale(votes)
        let sequences = martingale.confidenceSequences(level: 0.95)
        #expect(sequences.count == 90 && sequences[0].low < 0.1)
        for people in [1, 2, 10, 40, 90] {
            let (then, coarse) = (try self.martingale(Array(votes[..<people])).sequence(), sequences[people - 1])
            #expect(coarse.low <= then.low && coarse.low > then.low - 0.001 - 2e-6)
            #expect(coarse.high >= then.high && coarse.high < then.high + 0.001 + 2e-6)
        }
        let mirror = try martingale.ofLosses.sequence()
        let last = try martingale.sequence()
        #expect(abs(mirror.low + last.high - 1) < 3e-6 && martingale.ofLosses.logEValues == martingale.logEValues)
        let turned = try self.martingale(
            Array(repeating: (1, 1), count: 50) + Array(repeating: (0, 1), count: 500))
        #expect((50..<100).contains(turned.confidenceSequences(level: 0.95).count), "none is left soon")
    }

    @Test("the e-value reaches 20 exactly where the confidence sequence leaves one half")
    func duality() throws {
        for index in 0..<20 {
            let martingale = try martingale(people(25, rate: 0.68, index: UInt64(100 + index)))
            let interval = try martingale.sequence()
            let excludes = interval.low > 0.5 || interval.high < 0.5
            #expect(excludes == (martingale.peopleUntilClear(alpha: 0.05) != nil))
        }
    }

    @Test("in 600 studies without a preference, looked at after each of 60 people, few raise a false alarm")
    func falseAlarms() throws {
        var alarms = 0
        for index in 0..<600 {
            let votes = people(60, rate: 0.5, correlated: true, index: UInt64(1000 + index))
            alarms += try martingale(votes).peopleUntilClear(alpha: 0.05) == nil ? 0 : 1
        }
        // 5 % of 600 are 30; by the seed always the same number.
        #expect(alarms <= 30)
    }

    @Test("the advice: a clear leader first, then the plan's end, then what is out of reach")
    func advice() throws {
        let winning = try martingale(Array(repeating: (4, 4), count: 12))
        #expect(
            winning.advice(alpha: 0.05) == .stopAhead && winning.advice(alpha: 0.05, plannedPeople: 3) == .stopAhead)
        #expect(try martingale(Array(repeating: (0, 4), count: 12)).advice(alpha: 0.05) == .stopBehind)
        let even = try martingale([(1, 2), (1, 2), (1, 2), (1, 2)])
        #expect(even.advice(alpha: 0.05) == .goOn && even.advice(alpha: 0.05, plannedPeople: 4) == .stopAtPlan)
        #expect(even.advice(alpha: 0.05, plannedPeople: 3) == .stopAtPlan)
        // How many people alike are needed after these four, by trying.
        let needed = try #require(
            (1...50).first { more in
                (try? martingale(
                    Array(repeating: (1, 2), count: 4) + Array(repeating: (1, 1), count: more)
                ).peopleUntilClear(alpha: 0.05)) ?? nil != nil
            })
        #expect(even.advice(alpha: 0.05, plannedPeople: 4 + needed) == .goOn)
        #expect(even.advice(alpha: 0.05, plannedPeople: 3 + needed) == .stopOutOfReach)
    }

    @Test("the mixture over votes agrees with scipy, and with sums of logarithms at millions of votes")
    func naive() throws {
        for anchor in try fixture("binomial-anchors.json", as: Anchors.self).binomial {
            guard let expected = anchor.log_evalue_beta1 else { continue }
            let found = try Proportion(successes: anchor.k, trials: anchor.n).naiveLogEValue.get()
            #expect(abs(found - expected) < 1e-9 * max(1, abs(expected)), "\(anchor): \(found)")
        }
        let all = try Proportion(successes: 90_000_000, trials: 90_000_000).naiveLogEValue.get()
        expectClose(all, 90_000_000 * log(2) - log(90_000_001), 1e-15)
        #expect(Proportion(successes: 0, trials: 0).naiveLogEValue == .failure(.noVotes))
    }

    // The names are those of the fixture.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    private struct Anchors: Decodable {
        struct Anchor: Decodable {
            var k: Int
            var n: Int
            var log_evalue_beta1: Double?
        }

        var binomial: [Anchor]
    }

    private func martingale(_ votes: [(Int, Int)]) throws -> BettingMartingale {
        try BettingMartingale.estimate(people: votes.map { Proportion(successes: $0.0, trials: $0.1) }).get()
    }

    /// People of ten votes each; correlated ones have a rate of their own, uniform in 0 ... 1 or at the given one.
    private func people(
        _ count: Int, rate: Double, correlated: Bool = false, index: UInt64
    ) -> [(Int, Int)] {
        var random = RandomStream(seed: 7, purpose: .participants, index: index)
        return (0..<count).map { person in
            let own = correlated && person % 2 == 0 ? random.uniform() : rate
            return ((0..<10).count { _ in random.uniform() < own }, 10)
        }
    }

    /// The greatest capital that a bettor against `mean` ever had, from its definition.
    private func greatest(_ means: [Double], against mean: Double) -> Double {
        let shares = (0..<16).map { (Double($0) + 0.5) / 16 }
        var sums = Array(repeating: 0.0, count: 32)
        return means.map { outcome in
            for (bet, share) in shares.enumerated() {
                sums[bet] += log(1 - share + share * outcome / mean)
                sums[16 + bet] += log(1 - share + share * (1 - outcome) / (1 - mean))
            }
            return sums.reduce(0) { $0 + exp($1) } / 32
        }.max() ?? 1
    }
}

extension BettingMartingale {
    fileprivate func sequence(level: Double = 0.95) throws -> Interval { try confidenceSequence(level: level).get() }
}
