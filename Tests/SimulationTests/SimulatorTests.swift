import Answers
import Foundation
import Pairing
import Simulation
import Study
import Testing

@Suite("Simulated people")
struct SimulatorTests {
    @Test("every answer is one that a front could have written")
    func valid() throws {
        let plan = try plan(trials: 6, repeats: 2, ties: true)
        let simulator = try Simulator(plan: FrozenPlan(plan), settings: SimulationSettings(ties: 0.3), seed: 1)
        var ids: Set<String> = []
        var choices: Set<Choice> = []
        for number in 1...30 {
            let file = simulator.answers(of: number)
            #expect(try AnswerFile(bytes: file.bytes) == file)
            #expect(file.header.planHash == FrozenPlan(plan).hash && file.header.study == "faces")
            #expect(file.header.seat == (number - 1) % 20 + 1)
            #expect(file.header.isSimulated && file.header.front == "simulation" && file.header.language == "en")
            let seat = try #require(plan.seat(file.header.seat))
            let numbers = seat.trials.map(\.number)
            #expect(file.events.map(\.kind) == [.consent] + numbers.flatMap { _ in [.shown, .vote] } + [.finish])
            #expect(file.events.compactMap(\.trial) == numbers.flatMap { [$0, $0] })
            #expect(file.events.map(\.milliseconds) == file.events.map(\.milliseconds).sorted())
            for (shown, vote) in zip(file.events.dropFirst(), file.events.dropFirst(2)) where vote.kind == .vote {
                #expect(vote.responseMilliseconds == vote.milliseconds - shown.milliseconds)
                choices.formUnion([vote.choice].compactMap(\.self))
            }
            ids.formUnion(file.events.map(\.id) + [file.header.session])
        }
        #expect(ids.count == 30 * 19, "one id for each session and event")
        #expect(
            ids.allSatisfy {
                $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        #expect(choices == [.left, .right, .tie])
    }

    @Test("each question about each pair is answered, with grades whose sign is the choice")
    func questions() throws {
        var plan = try plan(trials: 6, repeats: 1, catches: 1)
        plan.survey.questions = ["a", "b"].map { SurveyQuestion(id: $0, text: [.english: $0]) }
        plan.survey.scale = .graded
        let settings = SimulationSettings(careless: 0, ties: 0.2)
        let simulator = try Simulator(plan: FrozenPlan(plan), settings: settings, seed: 1)
        var grades: [Int: Int] = [:]
        for number in 1...40 {
            var file = simulator.answers(of: number)
            file.header.format = "dotchi-answers-2"
            #expect(try AnswerFile(bytes: file.bytes) == file)
            let votes = file.events.filter { $0.kind == .vote }
            let seat = try #require(plan.seat(file.header.seat))
            #expect(votes.map(\.question) == seat.trials.flatMap { _ in ["a", "b"] })
            #expect(votes.map(\.trial) == seat.trials.flatMap { [$0.number, $0.number] })
            for vote in votes {
                let grade = try #require(vote.grade)
                #expect(Grade.choice(grade) == vote.choice)
                grades[grade, default: 0] += 1
                let trial = seat.trials[(vote.trial ?? 1) - 1]
                if let correct = trial.correct { #expect(vote.choice == correct && abs(grade) == 3) }
            }
            let state = SessionState(
                file.events, trials: Set(seat.trials.map(\.number)), rules: SessionRules(plan.survey))
            #expect(state.isComplete && state.isFinished)
        }
        #expect(Set(grades.keys) == Set(Grade.all))
    }

    @Test("every session has ended when the settings say, and less than a second before")
    func endings() throws {
        let end = Date(timeIntervalSince1970: 1_800_000_000.25)
        let simulator = try Simulator(
            plan: FrozenPlan(try plan(trials: 6)), settings: SimulationSettings(endedAt: end), seed: 1)
        for number in 1...20 {
            let file = simulator.answers(of: number)
            let start = try Date(file.header.startedAt, strategy: .iso8601)
            let last = start.addingTimeInterval(Double(try #require(file.events.last).milliseconds) / 1000)
            #expect(last <= end && last > end.addingTimeInterval(-1), "\(file.header.startedAt)")
        }
    }

    @Test("the same seed gives the same bytes; seed, number and plan give other ids")
    func seeds() throws {
        func people(seed: UInt64, planSeed: UInt64 = 1) throws -> [AnswerFile] {
            let simulator = try Simulator(
                plan: FrozenPlan(try plan(trials: 6, seed: planSeed)), settings: SimulationSettings(), seed: seed)
            return (1...5).map(simulator.answers)
        }
        let one = try people(seed: 1)
        #expect(try people(seed: 1).map(\.bytes) == one.map(\.bytes))
        let all = try [one, people(seed: 2), people(seed: 1, planSeed: 2)].joined()
        #expect(Set(all.map(\.header.session)).count == 15)
        #expect(one.map(\.header.participant) == (1...5).map { "simulated-000\($0)" })
    }

    @Test("no consent is given where none is asked, no tie where none is allowed, no haste where a time is set")
    func rules() throws {
        var plan = try plan(trials: 6)
        plan.survey.consent = false
        plan.survey.minimumViewMilliseconds = 1500
        let simulator = try Simulator(
            plan: FrozenPlan(plan), settings: SimulationSettings(careless: 1, ties: 1), seed: 1)
        for number in 1...20 {
            let events = simulator.answers(of: number).events
            #expect(events.first?.kind == .shown)
            #expect(!events.contains { $0.choice == .tie })
            #expect(events.compactMap(\.responseMilliseconds).allSatisfy { $0 >= 1500 })
        }
    }

    @Test("chosen seats are taken in turn")
    func seats() throws {
        let simulator = try Simulator(
            plan: FrozenPlan(try plan(trials: 2)), settings: SimulationSettings(seats: [7, 3]), seed: 1)
        #expect((1...5).map { simulator.answers(of: $0).header.seat } == [7, 3, 7, 3, 7])
        #expect(simulator.answers(of: 12345).header.participant == "simulated-12345")
    }

    @Test("votes follow the rates", arguments: [1, 2, 3])
    func rates(seed: UInt64) throws {
        let settings = SimulationSettings(rates: ["B": 0.7], careless: 0, intraclassCorrelation: 0)
        let votes = try votes(settings, people: 400, seed: seed)
        #expect(abs(share(votes) { $0.chosen == "B" } - 0.7) < 4 * (0.21 / 4000).squareRoot())
        #expect(abs(share(votes) { $0.isLeft } - 0.5) < 4 * (0.25 / 4000).squareRoot())
    }

    @Test("a side bias moves sides, not methods")
    func sideBias() throws {
        let settings = SimulationSettings(
            rates: ["B": 0.6], sideBias: -0.2, careless: 0, intraclassCorrelation: 0)
        let votes = try votes(settings, people: 400, seed: 1)
        #expect(abs(share(votes) { $0.isLeft } - 0.3) < 4 * (0.25 / 4000).squareRoot())
        #expect(abs(share(votes) { $0.chosen == "B" } - 0.6) < 4 * (0.25 / 4000).squareRoot())
    }

    @Test("careless people toss coins")
    func careless() throws {
        let settings = SimulationSettings(rates: ["B": 1], careless: 0.4, intraclassCorrelation: 0)
        let people = try shares(settings, people: 500, seed: 1)
        // Who attends always chooses B; of the careless one in 1,024 does, too.
        #expect(abs(people.count { $0 == 1 } - 300) < 45)
        let careless = people.filter { $0 < 1 }
        #expect(abs(careless.reduce(0, +) / Double(careless.count) - 0.5) < 0.045)
    }

    @Test("people differ by the intra-class correlation", arguments: [0, 0.1, 0.3, 0.9])
    func correlation(icc: Double) throws {
        let settings = SimulationSettings(rates: ["B": 0.7], careless: 0, intraclassCorrelation: icc)
        let people = try shares(settings, people: 1000, seed: 4)
        let mean = people.reduce(0, +) / 1000
        let variance = people.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
        // The mean of 10 votes has variance p(1 - p)(1 + 9 icc)/10.
        let found = (variance * 10 / 0.21 - 1) / 9
        #expect(abs(found - icc) < 0.05)
        #expect(abs(mean - 0.7) < 4 * (0.21 / 10 * (1 + 9 * icc) / 1000).squareRoot())
    }

    @Test("at full correlation everybody is of one mind, and at almost full nobody falls out of range")
    func extremes() throws {
        let one = try shares(SimulationSettings(careless: 0, intraclassCorrelation: 1), people: 400, seed: 1)
        #expect(one.allSatisfy { $0 == 0 || $0 == 1 })
        #expect(abs(one.count { $0 == 1 } - 200) < 50)
        let almost = try shares(SimulationSettings(careless: 0, intraclassCorrelation: 0.9999), people: 400, seed: 1)
        #expect(almost.count { $0 == 0 || $0 == 1 } > 380)
        #expect(abs(almost.reduce(0, +) - 200) < 50)
    }

    @Test("named rates meet by the Bradley-Terry model")
    func namedRates() {
        let settings = SimulationSettings(rates: ["A": 0.6, "B": 0.7, "sure": 1, "never": 0, "certain": 1])
        #expect(abs(settings.probability(of: "B", over: "other") - 0.7) < 1e-15)
        #expect(abs(settings.probability(of: "other", over: "B") - 0.3) < 1e-15)
        // Odds 7/3 against 3/2.
        #expect(abs(settings.probability(of: "B", over: "A") - (7.0 / 3) / (7.0 / 3 + 1.5)) < 1e-15)
        #expect(settings.probability(of: "sure", over: "B") == 1 && settings.probability(of: "never", over: "B") == 0)
        #expect(settings.probability(of: "sure", over: "certain") == 0.5)
    }

    @Test("what cannot be simulated is told all at once")
    func findings() throws {
        let settings = SimulationSettings(
            rates: ["B": 1.5, "X": .nan], sideBias: -2, careless: -0.1, intraclassCorrelation: .nan, ties: 7,
            seats: [0, 3])
        let error = try #require(throws: SimulationError.self) {
            try Simulator(plan: FrozenPlan(try plan(trials: 2)), settings: settings, seed: 1)
        }
        #expect(
            error.findings == [
                "the rate of method B is 1.5, expected 0 to 1", "method X is not in the plan, which has A, B",
                "the rate of method X is nan, expected 0 to 1", "the side bias is -2.0, expected -1 to 1",
                "the share of careless people is -0.1, expected 0 to 1",
                "the intra-class correlation is nan, expected 0 to 1", "the share of ties is 7.0, expected 0 to 1",
                "seat 0 is not in the plan, which has 1 to 20",
            ])
    }

    @Test("rates of all methods of a condition say nothing that holds, and are refused")
    func everyMethodNamed() throws {
        let settings = SimulationSettings(rates: ["A": 0.9, "B": 0.9])
        let error = try #require(throws: SimulationError.self) {
            try Simulator(plan: FrozenPlan(try plan(trials: 2)), settings: settings, seed: 1)
        }
        #expect(error.description.contains("has a rate (A, B)"), "\(error)")
    }

    private struct Vote {
        var chosen: String
        var isLeft: Bool
        var person: Int
    }

    /// Ten votes each of so many people.
    private func votes(_ settings: SimulationSettings, people: Int, seed: UInt64) throws -> [Vote] {
        let plan = try plan(trials: 10)
        let simulator = try Simulator(plan: FrozenPlan(plan), settings: settings, seed: seed)
        return try (1...people).flatMap { person in
            let file = simulator.answers(of: person)
            let trials = try #require(plan.seat(file.header.seat)).trials
            return try file.events.filter { $0.kind == .vote }.map { event in
                let trial = trials[try #require(event.trial) - 1]
                let isLeft = event.choice == .left
                return Vote(chosen: (isLeft ? trial.left : trial.right).pool.method, isLeft: isLeft, person: person)
            }
        }
    }

    /// Each person's share of votes for B.
    private func shares(_ settings: SimulationSettings, people: Int, seed: UInt64) throws -> [Double] {
        var sums = [Double](repeating: 0, count: people)
        for vote in try votes(settings, people: people, seed: seed) where vote.chosen == "B" {
            sums[vote.person - 1] += 0.1
        }
        return sums.map { ($0 * 10).rounded() / 10 }
    }

    @Test("catch trials are failed by careless people, at chance, and by nobody else")
    func catchTrials() throws {
        let plan = try plan(trials: 10, catches: 10, ties: true)
        func wrong(careless: Double, ties: Double) throws -> [Int] {
            let simulator = try Simulator(
                plan: FrozenPlan(plan), settings: SimulationSettings(rates: ["B": 0.9], careless: careless, ties: ties),
                seed: 3)
            return (1...200).map { number in
                let file = simulator.answers(of: number)
                let trials = plan.seat(file.header.seat)?.trials ?? []
                return file.events.count { event in
                    guard event.kind == .vote, let trial = trials.first(where: { $0.number == event.trial }),
                        let correct = trial.correct
                    else { return false }
                    return event.choice != correct
                }
            }
        }
        #expect(try wrong(careless: 0, ties: 0.3).allSatisfy { $0 == 0 })
        // 2,000 coins with an error of 22.
        #expect(try abs(wrong(careless: 1, ties: 0).reduce(0, +) - 1000) < 110)
        #expect(try wrong(careless: 0.3, ties: 0).count { $0 > 0 } < 90)
    }

    private func share(_ votes: [Vote], _ holds: (Vote) -> Bool) -> Double {
        Double(votes.count(where: holds)) / Double(votes.count)
    }
}

/// Twenty seats of one condition with methods A and B.
private func plan(
    trials: Int, repeats: Int = 0, catches: Int = 0, ties: Bool = false, seed: UInt64 = 1
) throws -> SurveyPlan {
    let condition = Condition(name: "c", methods: ["A", "B"])
    let study = Study(
        identity: StudyIdentity(id: "faces"), conditions: [condition],
        survey: SurveySettings(trials: trials, repeats: repeats, catchTrials: catches, ties: ties))
    var generations = condition.pools.map { PoolGeneration(pool: $0, number: 1, count: 50) }
    if let copies = ruinedCopies(for: study, of: generations, seed: seed) {
        generations.append(PoolGeneration(pool: copies.original.pool.ruined, number: 1, count: copies.images))
    }
    return try makePlan(study: study, generations: generations, seats: 20, seed: seed)
}
