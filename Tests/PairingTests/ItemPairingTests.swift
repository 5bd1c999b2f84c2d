import Pairing
import Randomness
import Study
import TestKit
import Testing

@Suite("Plans by item")
struct ItemPairingTests {
    /// A study whose images meet by item, and what its pools show: of each pool the names by index.
    private struct Sample {
        var study: Study
        var names: [PoolKey: [String?]]

        var generations: [PoolGeneration] {
            study.conditions.flatMap(\.pools).map { pool in
                PoolGeneration(pool: pool, number: 3, count: names[pool]?.count ?? 0)
            }
        }
        var items: PoolItems { PoolItems(names) }

        func plan(seats: Int, seed: UInt64 = 1) throws -> SurveyPlan {
            var generations = generations
            if let copies = ruinedCopies(for: study, of: generations, seed: seed) {
                generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 1, count: copies.images))
            }
            return try makePlan(study: study, generations: generations, seats: seats, seed: seed, items: items)
        }

        func name(_ entry: PoolEntry) -> String? { names[entry.pool]?[entry.index] }
    }

    /// Such a study; `names` gives the names of the images of a pool.
    private static func sample(
        _ methods: [[String]], trials: Int, repeats: Int = 0, catches: Int = 0, names: (PoolKey) -> [String?]
    ) -> Sample {
        var study = study(methods: methods, trials: trials, repeats: repeats)
        study.survey.pairing = .item
        study.survey.catchTrials = catches
        let pools = study.conditions.flatMap(\.pools)
        return Sample(study: study, names: Dictionary(uniqueKeysWithValues: pools.map { ($0, names($0)) }))
    }

    /// The names `0`, `1` ..., in another order for each pool.
    private static func shuffled(_ count: Int, _ pool: PoolKey) -> [String?] {
        var random = RandomStream(seed: 7, purpose: .plan, index: UInt64(pool.name.utf8.reduce(0) { $0 &+ UInt64($1) }))
        return random.permutation(count).map(String.init)
    }

    /// The least and the most of some counts.
    private static func spread(_ counts: some Collection<Int>, of total: Int) -> (Int, Int) {
        (counts.count < total ? 0 : counts.min() ?? 0, counts.max() ?? 0)
    }

    private static let shapes: [(methods: [[String]], trials: Int)] = [
        ([["A", "B"]], 10), ([["A", "B"]], 7), ([["A", "B"], ["A", "B"]], 5), ([["A", "B", "C"]], 4),
        ([["A", "B", "C", "D"], ["A", "C"]], 3),
    ]

    @Test(
        "every pair is of one item, nobody meets one twice, and all are used equally often, also by each pair of methods"
    )
    func equalItems() throws {
        for (methods, trials) in Self.shapes {
            let pairs = methods.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
            for count in [pairs * trials, pairs * trials + 1, pairs * trials + 5, 3 * pairs * trials - 1] {
                let sample = Self.sample(methods, trials: trials) { Self.shuffled(count, $0) }
                for seed in 1...12 as ClosedRange<UInt64> {
                    let plan = try sample.plan(seats: 29, seed: seed)
                    var uses: [String: Int] = [:]
                    var usesByPair: [String: [String: Int]] = [:]
                    for seat in plan.seats {
                        var met: Set<String> = []
                        for trial in seat.trials {
                            let name = try #require(sample.name(trial.left))
                            #expect(sample.name(trial.right) == name)
                            #expect(met.insert(name).inserted, "\(methods) \(count) \(seed): \(name) twice")
                            uses[name, default: 0] += 1
                            let pair = [trial.left, trial.right].map(\.pool.name).sorted().joined()
                            usesByPair[pair, default: [:]][name, default: 0] += 1
                        }
                        let all = Self.spread(uses.values, of: count)
                        #expect(all.1 - all.0 <= 1, "\(methods) \(count) \(seed), seat \(seat.number)")
                        for (pair, uses) in usesByPair {
                            let own = Self.spread(uses.values, of: count)
                            #expect(own.1 - own.0 <= 1, "\(pair) of \(methods) \(count) \(seed)")
                        }
                    }
                    #expect(usesByPair.count == pairs)
                }
            }
        }
    }

    @Test(
        "where items do not suffice, nobody meets one more than once oftener than another, and no pair of methods twice"
    )
    func fewItems() throws {
        for (methods, trials) in Self.shapes {
            let pairs = methods.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
            for count in trials..<pairs * trials {
                let sample = Self.sample(methods, trials: trials) { Self.shuffled(count, $0) }
                let plan = try sample.plan(seats: 23)
                for seat in plan.seats {
                    var (met, own): ([String: Int], Set<String>) = ([:], [])
                    for trial in seat.trials {
                        let name = try #require(sample.name(trial.left))
                        met[name, default: 0] += 1
                        let pair = [trial.left, trial.right].map(\.pool.name).sorted().joined()
                        #expect(own.insert("\(pair) \(name)").inserted)
                    }
                    let spread = Self.spread(met.values, of: count)
                    #expect(spread.1 - spread.0 <= 1, "\(methods) \(count), seat \(seat.number)")
                }
                #expect(sample.items.meetings(in: plan.seats[0]).most == (pairs * trials + count - 1) / count)
            }
        }
    }

    @Test("where methods share different items, nobody meets one twice as long as there is a way")
    func differentItems() throws {
        var plenty = 0
        for seed in 1...200 as ClosedRange<UInt64> {
            var draw = RandomStream(seed: seed, purpose: .plan)
            let trials = 1 + draw.below(4)
            let count = 3 * trials + draw.below(7 * trials)
            let keeps = (0..<3).map { _ in (0..<count).map { _ in draw.below(10) < 7 } }
            let sample = Self.sample([["A", "B", "C"]], trials: trials) { pool in
                let own = keeps[["A", "B", "C"].firstIndex(of: pool.method) ?? 0]
                return (0..<count).filter { own[$0] }.map(String.init)
            }
            let plan: SurveyPlan
            do {
                plan = try sample.plan(seats: 17, seed: seed)
            } catch {
                // Two pools share fewer than a person sees.
                #expect(
                    sample.items.matches(of: sample.study).contains { $0.shared < trials }, "seed \(seed): \(error)")
                continue
            }
            let best = Self.fewestRepetitions(keeps, trials: trials)
            var uses: [String: [String: Int]] = [:]
            for seat in plan.seats {
                let names = try seat.trials.map { trial in
                    let name = try #require(sample.name(trial.left))
                    #expect(sample.name(trial.right) == name)
                    let pair = [trial.left, trial.right].map(\.pool.name).sorted().joined()
                    uses[pair, default: [:]][name, default: 0] += 1
                    return name
                }
                #expect(names.count - Set(names).count == best, "seed \(seed), seat \(seat.number)")
            }
            // Where every pair of methods has plenty, one that had to pass over an item takes it next.
            let matches = sample.items.matches(of: sample.study)
            guard matches.allSatisfy({ $0.shared >= 3 * trials }) else { continue }
            plenty += 1
            for match in matches {
                let own = uses[match.pools.map(\.name).sorted().joined()] ?? [:]
                let (least, most) = Self.spread(own.values, of: match.shared)
                #expect(most - least <= 2, "seed \(seed)")
            }
        }
        #expect(plenty > 20)
    }

    /// How many of three pairs' trials cannot have an item of their own: by Hall's theorem the most that any of the pairs
    /// together lack.
    private static func fewestRepetitions(_ keeps: [[Bool]], trials: Int) -> Int {
        let pairs = [(0, 1), (0, 2), (1, 2)].map { first, second in
            Set(keeps[0].indices.filter { keeps[first][$0] && keeps[second][$0] })
        }
        return (0..<8).map { chosen in
            let own = pairs.indices.filter { chosen >> $0 & 1 == 1 }
            return own.count * trials - own.reduce(into: Set<Int>()) { $0.formUnion(pairs[$1]) }.count
        }.max() ?? 0
    }

    @Test("conditions whose pools show other items do not take them from each other")
    func apart() throws {
        let sample = Self.sample([["A", "B"], ["A", "B"]], trials: 6) { pool in
            (0..<6).map { "\(pool.condition)-\($0)" }
        }
        for seat in try sample.plan(seats: 9).seats {
            #expect(Set(seat.trials.compactMap { sample.name($0.left) }).count == 12)
        }
    }

    @Test("sides are balanced, repeats repeat and orders are random, as in plans at random")
    func sides() throws {
        let sample = Self.sample([["A", "B"], ["A", "B"]], trials: 5, repeats: 3) { Self.shuffled(40, $0) }
        let plan = try sample.plan(seats: 40)
        var oftenerLeft = 0
        for seat in plan.seats {
            let main = seat.trials.filter { $0.kind == .main }
            for condition in ["c0", "c1"] {
                let left = main.count { $0.condition == condition && $0.left.pool.method == "A" }
                #expect(left == 2 || left == 3)
            }
            oftenerLeft += main.count { $0.condition == "c0" && $0.left.pool.method == "A" }
            #expect(seat.trials.map(\.number) == Array(1...13))
            for trial in seat.trials where trial.kind == .repeat {
                let first = seat.trials[try #require(trial.repeatOf) - 1]
                #expect(first.left == trial.right && first.right == trial.left && first.kind == .main)
            }
        }
        #expect(oftenerLeft == 100)
        #expect(Set(plan.seats.map { $0.trials.map(\.condition) }).count > 30)
    }

    @Test("the same seed gives the same plan, and more seats leave the first as they are")
    func seeds() throws {
        for different in [false, true] {
            let sample = Self.sample([["A", "B", "C"]], trials: 4) { pool in
                Self.shuffled(different && pool.method == "C" ? 17 : 20, pool)
            }
            let one = try sample.plan(seats: 12)
            #expect(FrozenPlan(one) == FrozenPlan(try sample.plan(seats: 12)))
            #expect(one.seats == Array(try sample.plan(seats: 50).seats.prefix(12)))
            #expect(one.seats != (try sample.plan(seats: 12, seed: 2)).seats)
            #expect(one.survey.pairing == .item)
        }
    }

    @Test("catch trials show no item that the person meets, as long as there are others")
    func catchTrials() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let sample = Self.sample([["A", "B", "C"], ["A", "B"]], trials: 5, catches: 3) { Self.shuffled(40, $0) }
            for seat in try sample.plan(seats: 21, seed: seed).seats {
                let (met, caught) = Self.items(seat, sample)
                #expect(caught.count == 3 && Set(caught).isDisjoint(with: met) && Set(caught).count == 3)
            }
        }
        // One pool has items that nobody else has: those are shown, where the first images are.
        let few = Self.sample([["A", "B"]], trials: 5, catches: 2) { pool in
            (pool.method == "A" ? ["x", "y"] : []) + (0..<5).map(String.init)
        }
        for seat in try few.plan(seats: 5).seats { #expect(Set(Self.items(seat, few).caught) == ["x", "y"]) }
        // Where all are met, none that the person sees beside another in that pool is shown.
        let scarce = Self.sample([["A", "B"], ["A", "B"]], trials: 5, catches: 2) { Self.shuffled(10, $0) }
        for seat in try scarce.plan(seats: 5).seats {
            let main = seat.trials.filter { $0.kind == .main }.flatMap { [$0.left, $0.right] }
            for trial in seat.trials where trial.kind == .catch {
                #expect(!main.contains(trial.left) && !main.contains(trial.right))
            }
        }
    }

    /// The names of the items of a seat's main trials, and of the images that its catch trials ruin.
    private static func items(_ seat: Seat, _ sample: Sample) -> (met: Set<String>, caught: [String]) {
        let caught = seat.trials.filter { $0.kind == .catch }.map { $0.correct == .left ? $0.left : $0.right }
        return (
            Set(seat.trials.filter { $0.kind == .main }.compactMap { sample.name($0.left) }),
            caught.compactMap(sample.name)
        )
    }

    @Test("pools with too few items in common, and images without names, are told with what names nearly match")
    func findings() throws {
        let few = Self.sample([["A", "B"]], trials: 4) { pool in
            pool.method == "A" ? ["a", "b", "Cat", "d "] : ["a", "b", "cat", "d", "e"]
        }
        let error = #expect(throws: PairingError.self) { try few.plan(seats: 2) }
        #expect(
            error?.findings == [
                "pools A/c0 and B/c0 share 2 items, but a person sees 4 pairs of them (import more images of equal names, "
                    + "or ask fewer trials; 2 names differ in case, spaces or forms of Unicode alone, as “Cat” and “cat”)"
            ])
        let nameless = Self.sample([["A", "B"]], trials: 1) { $0.method == "A" ? ["a", "b"] : [nil, nil] }
        let other = #expect(throws: PairingError.self) { try nameless.plan(seats: 2) }
        #expect(
            other?.findings == [
                "the images of pool B/c0 have no names, since `dotchi pool refresh` made them; survey.pairing: item needs "
                    + "imported ones (`dotchi pool import`)"
            ])
        #expect(throws: PairingError.self) {
            try makePlan(study: few.study, generations: few.generations, seats: 2, seed: 1)
        }
        let absurd = Self.sample([["A", "B"]], trials: .max) { _ in ["a"] }
        #expect(throws: PairingError.self) { try absurd.plan(seats: 2) }
    }

    @Test("an é is the same however it is written, and a capital letter is another")
    func names() throws {
        let sample = Self.sample([["A", "B"]], trials: 1) { pool in
            pool.method == "A" ? ["caf\u{E9}", "a b", "X"] : ["x", "cafe\u{301}", "a b"]
        }
        let match = try #require(sample.items.matches(of: sample.study).first)
        #expect(match.shared == 2 && match.near?.count == 1 && match.near?.example == ["X", "x"])
        #expect(match.isStriking)
        #expect(sample.items.alone(in: sample.study).map(\.names) == [["X"], ["x"]])
    }

    @Test("names match strikingly where half of the smaller pool's are the other's")
    func striking() throws {
        func match(_ first: [String?], _ second: [String?]) throws -> PoolMatch {
            let sample = Self.sample([["A", "B"]], trials: 1) { $0.method == "A" ? first : second }
            return try #require(sample.items.matches(of: sample.study).first)
        }
        #expect(try match(["0", "1"], ["0", "9", "8", "7"]).isStriking)
        #expect(try !match(["0", "1", "2"], ["0", "9", "8", "7"]).isStriking)
        #expect(try !match([nil, nil], ["0", "1"]).isStriking)
        #expect(try !match(["a"], ["b"]).isStriking && !match([], []).isStriking)
    }

    @Test("what says that images meet at random is the plan of what does not say it")
    func saidRandom() throws {
        var random = study(methods: [["A", "B"]], trials: 3)
        let generations = [generation("A", "c0", 9), generation("B", "c0", 9)]
        let unsaid = try makePlan(study: random, generations: generations, seats: 4, seed: 1)
        random.survey.pairing = .random
        #expect(
            FrozenPlan(try makePlan(study: random, generations: generations, seats: 4, seed: 1)) == FrozenPlan(unsaid))
        guard case .head(let head) = FrozenPlan(unsaid).hashed else { return }
        #expect(!head.contains("pairing"))
    }
}
