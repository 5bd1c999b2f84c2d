import Foundation
import Preference
import Randomness
import Testing

@Suite("Agreement")
struct AgreementTests {
    typealias Rating = KrippendorffAlpha.Rating

    @Test(
        "Krippendorff's own example: .743, with any number of ratings a unit",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func codings() throws {
        // The file has no heading, so that its first row is written out.
        let first = ["1", "2", "3", "3", "2", "1", "4", "1", "2", "", "", ""]
        let rows = try [first] + ReferenceSet.rows("evalica/codings.csv")
        let ratings = rows.enumerated().flatMap { person, row in
            row.enumerated().compactMap { unit, value in
                Int(value).map { Rating(unit: unit, value: $0 - 1, person: person) }
            }
        }
        let found = try KrippendorffAlpha.estimate(
            ratings: ratings, groups: Array(repeating: 0, count: 12), values: 5, level: 0.95
        ).get()
        expectClose(found.alpha, 904.0 / 1216, 1e-14)
        expectClose(found.alpha, 0.743421052631579, 1e-14)
        #expect(found.units == 11 && found.ratings == 40, "the last unit has one rating only")
    }

    @Test("alpha and its interval are those of all pairs of ratings, and of leaving out each person", arguments: 0..<4)
    func definition(seed: UInt64) throws {
        let ratings = random(seed: seed, people: 7, units: 12, leaning: 0.7)
        let groups = (0..<12).map { $0 / 5 }
        let found = try KrippendorffAlpha.estimate(ratings: ratings, groups: groups, values: 3, level: 0.9).get()
        expectClose(found.alpha, try #require(byPairs(ratings, groups)), 1e-12)
        let without = try (0..<7).map { person in
            try #require(byPairs(ratings.filter { $0.person != person }, groups))
        }
        let mean = without.reduce(0, +) / 7
        let error = (without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * 6 / 7).squareRoot()
        let half = StudentDistribution(degreesOfFreedom: 6).quantile(upperTail: 0.05) * error / (1 - found.alpha)
        let interval = try found.interval.get()
        expectClose(1 - interval.low, (1 - found.alpha) * exp(half), 1e-9)
        expectClose(1 - interval.high, (1 - found.alpha) * exp(-half), 1e-9)
    }

    @Test("neither the order of ratings nor how they are counted together changes a digit")
    func order() throws {
        let ratings = random(seed: 9, people: 9, units: 10, leaning: 0.8)
        let groups = Array(repeating: 0, count: 10)
        func alpha(_ ratings: [Rating]) -> Estimate<KrippendorffAlpha> {
            KrippendorffAlpha.estimate(ratings: ratings, groups: groups, values: 3, level: 0.95)
        }
        #expect(alpha(ratings.reversed()) == alpha(ratings))
        let single = ratings.flatMap { rating in
            Array(
                repeating: Rating(unit: rating.unit, value: rating.value, person: rating.person), count: rating.count)
        }
        #expect(alpha(single) == alpha(ratings) && single.count > ratings.count)
    }

    @Test("numbers of items mean nothing: great ones with gaps agree as small ones do")
    func numbers() {
        let votes = random(seed: 4, people: 8, units: 60, leaning: 0.8)
        func alpha(_ item: (Int) -> Int) -> Estimate<KrippendorffAlpha> {
            KrippendorffAlpha.estimate(
                methods: 3,
                comparisons: votes.map { vote in
                    Comparison(
                        left: vote.unit % 2, right: 2, outcome: [.left, .right, .tie][vote.value],
                        person: vote.person, count: vote.count)
                },
                items: votes.map { item($0.unit) }, level: 0.95)
        }
        let found = alpha { $0 }
        #expect((try? found.get())?.units == 60)
        #expect(alpha { $0 * 7919 } == found && alpha { $0 * 1_000_003 } == found)
    }

    @Test("coin flips between six methods agree no more than by chance; a common taste agrees")
    func methods() throws {
        for (taste, range) in [(0.5, -0.1...0.1), (1, 1...1), (0.9, 0.5...0.75)] {
            var stream = RandomStream(seed: 4, purpose: .participants)
            var (comparisons, items): ([Comparison], [Int?]) = ([], [])
            for item in 0..<8 {
                for one in 0..<6 {
                    for other in one + 1..<6 {
                        let isBetter = stream.uniform() < 0.5
                        for person in 0..<10 {
                            let isFirst = (stream.uniform() < taste) == isBetter
                            let isLeft = stream.uniform() < 0.5
                            comparisons.append(
                                Comparison(
                                    left: isLeft ? one : other, right: isLeft ? other : one,
                                    outcome: isLeft == isFirst ? .left : .right, person: person))
                            items.append(item)
                        }
                    }
                }
            }
            let found = try KrippendorffAlpha.estimate(
                methods: 6, comparisons: comparisons, items: items, level: 0.95
            ).get()
            #expect(range.contains(found.alpha) && found.units == 120, "\(taste): \(found.alpha)")
            switch found.interval {
            case .success(let interval):
                #expect(interval.low < found.alpha && found.alpha < interval.high && found.alpha < 1)
            case .failure(let reason): #expect(reason == .noSpread && found.alpha == 1)
            }
            let none = Array(repeating: Int?.none, count: items.count)
            #expect(
                KrippendorffAlpha.estimate(methods: 6, comparisons: comparisons, items: none, level: 0.95)
                    == .failure(.oneItem))
        }
    }

    @Test("what tells of no agreement says why")
    func undefined() throws {
        func alpha(_ ratings: [Rating]) -> Estimate<KrippendorffAlpha> {
            KrippendorffAlpha.estimate(ratings: ratings, groups: [0, 0, 1], values: 2, level: 0.95)
        }
        func rating(_ unit: Int, _ value: Int, _ person: Int?) -> Rating {
            Rating(unit: unit, value: value, person: person)
        }
        #expect(alpha([]) == .failure(.noVotes))
        #expect(alpha([rating(0, 0, 0), rating(1, 1, 0)]) == .failure(.nothingShared))
        #expect(alpha([rating(0, 0, 0), rating(0, 1, 1), rating(2, 0, 0), rating(2, 1, 1)]) == .failure(.oneItem))
        let same = [rating(0, 1, 0), rating(0, 1, 1), rating(1, 1, 0), rating(1, 1, 1)]
        #expect(alpha(same) == .failure(.sameVotes))
        let two = [rating(0, 1, 0), rating(0, 1, 1), rating(1, 0, 0), rating(1, 1, 1)]
        #expect(try alpha(two).get().interval == .failure(.onOnePerson))
        #expect(try alpha(two + [rating(1, 0, nil)]).get().interval == .failure(.noPeople))
        #expect(try alpha(two.map { rating($0.unit, $0.value, 5) }).get().interval == .failure(.onePerson))
        #expect(KrippendorffAlpha.estimate(methods: 2, comparisons: [], items: [], level: 0.95) == .failure(.noVotes))
    }

    @Test("Kendall's u is 1 where all agree, and as low as it can be where people are split")
    func kendall() throws {
        func person(_ person: Int, _ order: [Int]) -> [Comparison] {
            order.indices.flatMap { place in
                order[(place + 1)...].map { Comparison(left: order[place], right: $0, outcome: .left, person: person) }
            }
        }
        let alike = (0..<4).flatMap { person($0, [2, 0, 3, 1]) }
        let all = try KendallU.estimate(methods: 4, comparisons: alike).get()
        #expect(all.u == 1 && all.people == 4 && all.incomplete == 0)
        let split = person(0, [0, 1, 2]) + person(1, [2, 1, 0]) + person(5, [0, 1, 2]) + person(6, [2, 1, 0])
        let half = try KendallU.estimate(methods: 3, comparisons: split).get()
        expectClose(half.u, -1.0 / 3, 1e-15)
        expectClose(half.least, -1.0 / 3, 1e-15)
        // 4/2 (6 - 1 - 6 x 3/2 x 1/2) at 3 x 4 x 3/2^2 degrees of freedom.
        #expect(half.chiSquare == 1 && half.degreesOfFreedom == 9 && (half.p ?? 0) > 0.99)
        let two = try KendallU.estimate(methods: 3, comparisons: person(0, [0, 1, 2]) + person(1, [0, 2, 1])).get()
        // They agree on two pairs of three.
        expectClose(two.u, 1.0 / 3, 1e-15)
        #expect(two.chiSquare == nil && two.p == nil)
        #expect(KendallU.estimate(methods: 3, comparisons: person(0, [0, 1, 2])) == .failure(.onePerson))
        #expect(KendallU.estimate(methods: 4, comparisons: split) == .failure(.noTournament))
        #expect(KendallU.estimate(methods: 4, comparisons: []) == .failure(.noVotes))
    }

    @Test(
        "first names: u = .06912, chi-square 215.34 at 15.24 degrees of freedom, as in eba",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let found = try KendallU.estimate(methods: 6, comparisons: FirstNames.comparisons()).get()
        #expect(abs(found.u - 0.06912) < 5e-6 && abs(found.least + 0.005236) < 5e-7 && found.people == 192)
        #expect(abs(try #require(found.chiSquare) - 215.34) < 0.005)
        #expect(abs(try #require(found.degreesOfFreedom) - 15.24) < 0.005)
        expectClose(try #require(found.p), 2.204e-37, 3e-4)
    }

    @Test(
        "chi-square's tail agrees with scipy 1.17.1",
        arguments: [
            (215.342936, 15.23767, 2.20421055833633e-37), (3.84, 1, 0.05004352124870519),
            (0.5, 0.3, 0.15604916709686203), (10, 12.5, 0.6560583618243021), (12.6, 12.5, 0.43893622026530843),
            (1500, 1700, 0.9998166733585302), (1900, 1700, 0.0004576814772560905), (0.001, 3, 0.9999915920809419),
            (0, 4, 1),
        ] as [(Double, Double, Double)])
    func chiSquare(x: Double, degreesOfFreedom: Double, expected: Double) {
        expectClose(ChiSquareDistribution(degreesOfFreedom: degreesOfFreedom).upperTail(from: x), expected, 1e-10)
    }

    /// Ratings with three values, some of them several times, and units of different sizes.
    private func random(seed: UInt64, people: Int, units: Int, leaning: Double) -> [Rating] {
        var random = RandomStream(seed: seed, purpose: .participants)
        let leanings = (0..<units).map { _ in random.below(3) }
        return (0..<units).flatMap { unit in
            (0..<people).compactMap { person in
                let value = random.uniform() < leaning ? leanings[unit] : random.below(3)
                let count = 1 + random.below(2)
                return random.uniform() < 0.8 ? Rating(unit: unit, value: value, person: person, count: count) : nil
            }
        }
    }

    /// Alpha by its definition over single ratings: the mean disagreement within units, each rating weighing the same,
    /// over that of all pairs of ratings in a group.
    private func byPairs(_ ratings: [Rating], _ groups: [Int]) -> Double? {
        let single = ratings.flatMap { rating in Array(repeating: rating, count: rating.count) }
        let sizes = Dictionary(grouping: single, by: \.unit).mapValues(\.count)
        let paired = single.filter { sizes[$0.unit, default: 0] > 1 }
        var (observed, expected) = (0.0, 0.0)
        for group in Set(groups) {
            let own = paired.filter { groups[$0.unit] == group }
            guard Set(own.map(\.unit)).count > 1 else { continue }
            for one in own {
                for other in own where one.value != other.value {
                    expected += 1 / Double(own.count - 1)
                    if one.unit == other.unit { observed += 1 / Double(sizes[one.unit, default: 0] - 1) }
                }
            }
        }
        return expected > 0 ? 1 - observed / expected : nil
    }
}
