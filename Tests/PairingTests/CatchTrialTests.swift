import Pairing
import Study
import Testing

@Suite("Catch trials")
struct CatchTrialTests {
    /// A plan with catch trials, whose pools have `images` images each.
    private func plan(
        catches: Int, trials: Int = 10, repeats: Int = 2, seats: Int = 60, images: Int = 60, seed: UInt64 = 1
    ) throws -> SurveyPlan {
        var study = study(methods: [["A", "B"], ["A", "B"]], trials: trials, repeats: repeats)
        study.survey.catchTrials = catches
        var generations = study.conditions.flatMap { condition in
            condition.methods.map { generation($0, condition.name, images) }
        }
        if let copies = ruinedCopies(for: study, of: generations, seed: seed) {
            generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 2, count: copies.images))
        }
        return try makePlan(study: study, generations: generations, seats: seats, seed: seed)
    }

    @Test("a catch trial shows an image beside its ruined copy, one that the person sees in no other trial")
    func images() throws {
        for (catches, size) in [(1, 60), (3, 13), (10, 20)] {
            let plan = try plan(catches: catches, images: size)
            for seat in plan.seats {
                let caught = seat.trials.filter { $0.kind == .catch }
                #expect(caught.count == catches && seat.trials.count == 22 + catches)
                for trial in caught {
                    let (clear, ruined) = trial.correct == .left ? (trial.left, trial.right) : (trial.right, trial.left)
                    #expect(ruined.pool == clear.pool.ruined && ruined.pool == plan.generations.last?.pool)
                    #expect(
                        clear.index == ruined.index && trial.condition == clear.pool.condition
                            && trial.repeatOf == nil)
                }
                let main = seat.trials.filter { $0.kind == .main }
                let seen = (main + caught).flatMap { [$0.left, $0.right] }
                #expect(Set(seen).count == seen.count)
                #expect(main.allSatisfy { $0.correct == nil })
            }
            #expect(plan.generations.last?.pool.isRuined == true && plan.generations.count == 5)
        }
    }

    @Test("whose images they show is the seed's choice, so that a catch trial does not say which method it is")
    func anyMethod() throws {
        let pools = try (1...40).map { seed in
            try #require(try plan(catches: 2, seats: 2, seed: seed).generations.last?.pool)
        }
        let all = ["A", "B"].flatMap { method in ["c0", "c1"].map { PoolKey(method: method, condition: $0).ruined } }
        #expect(Set(pools) == Set(all))
    }

    @Test("where one pool has too few images, another one's are taken")
    func smallPool() throws {
        var study = study(methods: [["A", "B"]], trials: 10)
        study.survey.catchTrials = 2
        let generations = [generation("A", "c0", 10), generation("B", "c0", 40)]
        for seed in 1...20 as ClosedRange<UInt64> {
            #expect(ruinedCopies(for: study, of: generations, seed: seed)?.original.pool.method == "B")
        }
    }

    @Test("catch trials are spread over the main trials, never first, and balanced over sides")
    func places() throws {
        let plan = try plan(catches: 4, seats: 200)
        var firsts: Set<Int> = []
        for seat in plan.seats {
            #expect(seat.trials.map(\.number) == Array(1...26))
            let places = seat.trials.filter { $0.kind == .catch }.map(\.number)
            // One in each quarter of twenty main trials.
            for (quarter, place) in places.enumerated() {
                #expect((quarter * 5 + 2 + quarter...quarter * 5 + 6 + quarter).contains(place))
            }
            firsts.insert(places[0])
            #expect(seat.trials.suffix(2).allSatisfy { $0.kind == .repeat })
            #expect(seat.trials.count { $0.correct == .left } == 2)
        }
        #expect(firsts == [2, 3, 4, 5, 6])
        let odd = try self.plan(catches: 3, seats: 40).seats.map { $0.trials.count { $0.correct == .left } }
        #expect(odd.count { $0 == 1 } == 20 && odd.count { $0 == 2 } == 20)
    }

    @Test("the other trials are those of a plan without, and repeats still name what they repeat")
    func others() throws {
        let (without, with) = (try plan(catches: 0), try plan(catches: 2))
        #expect(without.survey.catchTrials == 0 && without.generations.count == 4)
        for (seat, other) in zip(without.seats, with.seats) {
            let kept = other.trials.filter { $0.kind != .catch }
            #expect(kept.map(\.left) == seat.trials.map(\.left) && kept.map(\.kind) == seat.trials.map(\.kind))
            for trial in kept where trial.kind == .repeat {
                let first = other.trials[try #require(trial.repeatOf) - 1]
                #expect(first.left == trial.right && first.right == trial.left && first.kind == .main)
            }
        }
    }

    @Test("a pool with too few images, and more catch trials than trials, are told")
    func findings() {
        let few = #expect(throws: PairingError.self) { try plan(catches: 3, images: 12) }
        #expect(
            few?.findings == [
                "pool A/c0 has 12 images, but a person sees 10 of them in main trials and 3 in catch trials (refresh it "
                    + "with more, or ask fewer trials)"
            ])
        let many = #expect(throws: PairingError.self) { try plan(catches: 4, trials: 3, repeats: 0) }
        #expect(many?.findings == ["survey.catch is 4, expected 0 to survey.trials"])
        var study = study(methods: [["A", "B"]], trials: 2)
        study.survey.catchTrials = 1
        let missing = #expect(throws: PairingError.self) {
            try makePlan(
                study: study, generations: [generation("A", "c0", 9), generation("B", "c0", 9)], seats: 1, seed: 1)
        }
        #expect(missing?.findings == ["the 9 ruined images of pool B/c0 are not there"])
    }
}
