import Pairing
import Study
import Testing

@Suite("Plans")
struct PairingTests {
    @Test("every seat has its trials for each pair of methods of each condition")
    func allPairs() throws {
        let plan = try plan(methods: [["A", "B", "C"], ["A", "B"]], trials: 4, seats: 5)
        #expect(plan.seats.map(\.number) == [1, 2, 3, 4, 5])
        for seat in plan.seats {
            #expect(seat.trials.map(\.number) == Array(1...16))
            var counts: [String: Int] = [:]
            for trial in seat.trials {
                let pools = [trial.left.pool, trial.right.pool]
                #expect(pools.allSatisfy { $0.condition == trial.condition })
                counts[trial.condition + pools.map(\.method).sorted().joined(), default: 0] += 1
            }
            #expect(counts == ["c0AB": 4, "c0AC": 4, "c0BC": 4, "c1AB": 4])
        }
        #expect(plan.generations.map(\.pool.name) == ["A/c0", "B/c0", "C/c0", "A/c1", "B/c1"])
    }

    @Test("nobody sees an image of a pool twice, and images are used equally often", arguments: [10, 11, 13, 50, 500])
    func images(poolSize: Int) throws {
        let plan = try plan(methods: [["A", "B"]], trials: 10, seats: 97, images: poolSize)
        var uses: [PoolEntry: Int] = [:]
        for seat in plan.seats {
            let shown = seat.trials.flatMap { [$0.left, $0.right] }
            #expect(Set(shown).count == 20)
            for entry in shown { uses[entry, default: 0] += 1 }
            let counts = (0..<poolSize).map {
                uses[PoolEntry(pool: PoolKey(method: "B", condition: "c0"), generation: 3, index: $0)] ?? 0
            }
            #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1, "after seat \(seat.number)")
        }
        #expect(uses.keys.allSatisfy { (0..<poolSize).contains($0.index) && $0.generation == 3 })
    }

    @Test("sides are balanced within a person and, for odd numbers, over people", arguments: [4, 5, 10])
    func sides(trials: Int) throws {
        let plan = try plan(methods: [["A", "B"], ["A", "B"]], trials: trials, seats: 40)
        var oftenerLeft = 0
        for seat in plan.seats {
            var more = 0
            for condition in ["c0", "c1"] {
                let left = seat.trials.count { $0.condition == condition && $0.left.pool.method == "A" }
                #expect(left == trials / 2 || left == (trials + 1) / 2)
                more += 2 * left - trials
            }
            #expect(more == 0, "one condition makes good for the other")
            oftenerLeft += seat.trials.count { $0.condition == "c0" && $0.left.pool.method == "A" }
        }
        #expect(oftenerLeft == 20 * trials)
    }

    @Test("order and sides follow no pattern")
    func order() throws {
        let plan = try plan(methods: [["A", "B"], ["A", "B"]], trials: 10, seats: 400)
        // At each position half the trials are of the first condition, half have A on the left: 400 draws, 5 errors.
        for position in 0..<20 {
            let trials = plan.seats.map { $0.trials[position] }
            #expect(abs(trials.count { $0.condition == "c0" } - 200) < 50)
            #expect(abs(trials.count { $0.left.pool.method == "A" } - 200) < 50)
        }
        #expect(Set(plan.seats.map { $0.trials.map(\.condition) }).count > 390)
    }

    @Test("repeats come last, with sides exchanged, at least eight trials after the first time")
    func repeats() throws {
        let plan = try plan(methods: [["A", "B"]], trials: 12, repeats: 3, seats: 50)
        for seat in plan.seats {
            #expect(seat.trials.map(\.kind) == Array(repeating: .main, count: 12) + [.repeat, .repeat, .repeat])
            #expect(Set(seat.trials.compactMap(\.repeatOf)).count == 3)
            for trial in seat.trials.dropFirst(12) {
                let number = try #require(trial.repeatOf)
                let first = seat.trials[number - 1]
                #expect(first.left == trial.right && first.right == trial.left && first.condition == trial.condition)
                #expect(trial.number - number >= 8)
            }
        }
        // 12 main trials: those after the fifth would come again too soon.
        #expect(Set(plan.seats.flatMap { $0.trials.compactMap(\.repeatOf) }) == [1, 2, 3, 4, 5])
    }

    @Test("a seat too short for the distance repeats what it can", arguments: [1, 2, 5])
    func shortSeats(trials: Int) throws {
        let plan = try plan(methods: [["A", "B"]], trials: trials, repeats: trials, seats: 3)
        for seat in plan.seats {
            #expect(seat.trials.compactMap(\.repeatOf) == Array(1...trials))
        }
    }

    @Test("the same seed gives the same bytes, another seed another plan")
    func seeds() throws {
        let one = try plan(methods: [["A", "B"]], trials: 6, repeats: 2, seats: 8)
        let again = try plan(methods: [["A", "B"]], trials: 6, repeats: 2, seats: 8)
        let other = try plan(methods: [["A", "B"]], trials: 6, repeats: 2, seats: 8, seed: 2)
        #expect(FrozenPlan(one) == FrozenPlan(again))
        #expect(FrozenPlan(one).hash != FrozenPlan(other).hash && one.seats != other.seats)
        #expect(one.seats.map(\.trials) != other.seats.map(\.trials))
    }

    @Test("more seats leave the first ones as they are")
    func moreSeats() throws {
        let few = try plan(methods: [["A", "B"]], trials: 6, seats: 8)
        let many = try plan(methods: [["A", "B"]], trials: 6, seats: 30)
        #expect(few.seats == Array(many.seats.prefix(8)))
    }

    @Test("what cannot be planned is told all at once")
    func findings() throws {
        var study = study(methods: [["A", "B"], ["A", "C"], ["A"], ["B", "B"]], trials: 10, repeats: 99)
        let generations = [
            generation("A", "c0", 9), generation("B", "c0", 10), generation("A", "c1", 10), generation("A", "c1", 12),
            generation("A", "c2", 10), generation("B", "c3", 10),
        ]
        let error = try #require(throws: PairingError.self) {
            try makePlan(study: study, generations: generations, seats: 0, seed: 1)
        }
        #expect(
            error.findings == [
                "pool A/c0 has 9 images, but a person sees 10 of them (refresh it with more, or ask fewer trials)",
                "pool A/c1 is given in 2 generations, expected one",
                "condition c2 has fewer than two methods",
                "condition c3 names a method twice",
                "0 seats, expected 1 to 100000",
                "survey.repeats is 99, expected 0 to the number of a person's main trials",
            ])
        #expect(error.missing == [PoolKey(method: "C", condition: "c1")])
        #expect(error.description.contains("; there are no published images of C/c1 (`dotchi pool refresh` makes them"))
        study.conditions = []
        study.survey.trials = 0
        study.survey.repeats = 0
        let another = try #require(throws: PairingError.self) {
            try makePlan(study: study, generations: [], seats: .max, seed: 1)
        }
        #expect(
            another.description
                == "no plan can be made: the study has no conditions; \(Int.max) seats, expected 1 to 100000; "
                + "survey.trials is 0, expected at least 1.")
    }

    @Test("absurd numbers are refused, not tried", arguments: [Int.max, Int.min, 60_000])
    func absurd(trials: Int) {
        #expect(throws: PairingError.self) {
            try plan(methods: [["A", "B"]], trials: trials, repeats: trials, seats: 100, images: .max)
        }
    }
}
