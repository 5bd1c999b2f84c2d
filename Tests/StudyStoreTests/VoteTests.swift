import Answers
import Foundation
import GRDB
import Pairing
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("votes")
struct VoteTests {
    /// Takes the events `script` of one session: kind, trial and choice, a second apart.
    private func votes(
        _ script: [(AnswerEvent.Kind, Int?, Choice?)], _ rules: SessionRules = .current
    ) throws -> (votes: [VoteRow], session: SessionRecord) {
        try Fixture.withPlan(rules: rules) { fixture in
            let events = script.enumerated().map { index, step in
                AnswerEvent(
                    id: Fixture.uuid(index), milliseconds: index * 1000, kind: step.0, trial: step.1, choice: step.2)
            }
            let plan = rules == .earlier ? Fixture.earlierHash : Fixture.planHash
            let receipt = try fixture.store.accept(Fixture.header(plan: plan), events.reversed())
            #expect(receipt.added == script.count)
            return (try fixture.store.votes(people: .identities), try #require(try fixture.store.sessions().first))
        }
    }

    @Test("a vote leads back to its images, and says who saw them, when and how")
    func row() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let votes = try fixture.store.votes(ofPlan: Fixture.planHash, people: .identities)
            #expect(
                votes[0]
                    == VoteRow(
                        participant: "p1", left: "A", right: "B", choice: .left, condition: "equal-time",
                        leftImage: "A/equal-time@1#1", rightImage: "B/equal-time@1#1", responseMilliseconds: 700,
                        vote: Fixture.uuid(0x103), seat: 1, session: Fixture.uuid(1, series: 1), asked: 4, trial: 1,
                        kind: .main,
                        shownAt: 1_735_754_646_000, front: "page", render: "img", shownPixels: 256,
                        plan: String(Fixture.planHash.prefix(12)),
                        seen: [.language: "ja", .device: "desktop", .screen: "1920x1080@1"]))
            #expect(votes.map(\.trial) == [1, 2, 3, 4])
            #expect(votes.map(\.choice) == [.left, .right, .left, .right])
            #expect(votes[3].kind == .repeat && votes[3].repeatOf == 1)
            #expect(votes[3].left == "B" && votes[3].leftImage == votes[0].rightImage)
            #expect(try fixture.store.votes(ofPlan: Fixture.hash("other")) == [])
        }
    }

    @Test("a catch trial comes back with its right answer, and its ruined images are not compared with anything")
    func catchTrial() throws {
        try Fixture.withPlan { fixture in
            let pool = PoolKey(method: "A", condition: "equal-time")
            let draft = try fixture.store.beginImport(of: pool.ruined, images: 4)
            try fixture.store.add((0..<4).map { Fixture.image($0, "ruined \($0)", stem: "1-\($0)") }, to: draft)
            try fixture.store.publish([draft])
            var plan = Fixture.plan(seed: 4)
            plan.generations.append(draft.generation)
            for (seat, isClearLeft) in [(0, true), (1, false)] {
                let entries = [
                    PoolEntry(pool: pool, generation: 1, index: 3),
                    PoolEntry(pool: pool.ruined, generation: 1, index: 3),
                ]
                plan.seats[seat].items.append(
                    .pair(
                        Trial(
                            number: 5, kind: .catch, condition: pool.condition, left: entries[isClearLeft ? 0 : 1],
                            right: entries[isClearLeft ? 1 : 0])))
            }
            let frozen = FrozenPlan(plan)
            try fixture.store.freeze(frozen)
            #expect(try fixture.store.currentPlan()?.plan == plan)
            for seat in 1...2 {
                var header = Fixture.header(session: seat, seat: seat, participant: "p\(seat)")
                header.planHash = frozen.hash
                _ = try fixture.store.accept(
                    header, Fixture.events(session: seat, choices: [.left, .left, .left, .left, .left]))
            }
            let votes = try fixture.store.votes(ofPlan: frozen.hash).filter { $0.kind == .catch }
            #expect(votes.map(\.correct) == [.left, .right])
            #expect(votes.allSatisfy { $0.left == "A" && $0.right == "A" && $0.condition == "equal-time" })
            #expect(votes[1].leftImage == "A/equal-time~ruined@1#3" && votes[1].asked == 5)
            let compared = try fixture.store.generations(ofPlan: frozen.hash).map(\.generation.pool)
            #expect(compared.count == 4 && !compared.contains(pool.ruined))
        }
    }

    @Test("of several votes on one trial the last counts")
    func lastCounts() throws {
        let (votes, _) = try votes([(.vote, 1, .left), (.vote, 2, .left), (.vote, 1, .right)])
        #expect(votes.map(\.trial) == [1, 2])
        #expect(votes.map(\.choice) == [.right, .left])
    }

    @Test("a vote taken back does not count, and its trial counts once it is voted on again")
    func undo() throws {
        #expect(try votes([(.vote, 1, .left), (.undo, nil, nil)]).votes == [])
        #expect(try votes([(.vote, 1, .left), (.undo, 1, nil)]).votes == [])
        let again = try votes([(.vote, 1, .left), (.vote, 2, .left), (.undo, nil, nil), (.vote, 2, .right)]).votes
        #expect(again.map(\.choice) == [.left, .right])
        let both = try votes([(.vote, 1, .left), (.vote, 2, .left), (.undo, nil, nil), (.undo, nil, nil)]).votes
        #expect(both == [])
        let none = try votes([(.undo, nil, nil), (.vote, 1, .left)]).votes
        #expect(none.map(\.trial) == [1])
        // A vote that replaced another is taken back with it: the trial is asked again.
        #expect(try votes([(.vote, 1, .left), (.vote, 1, .right), (.undo, nil, nil)]).votes == [])
    }

    @Test("votes and their taking back within one millisecond are told apart")
    func sameMillisecond() throws {
        try Fixture.withPlan { fixture in
            let undo = AnswerEvent(id: Fixture.uuid(1), milliseconds: 9, kind: .undo, trial: 1)
            let vote = AnswerEvent(id: Fixture.uuid(2), milliseconds: 9, kind: .vote, trial: 1, choice: .left)
            _ = try fixture.store.accept(Fixture.header(), [undo, vote])
            #expect(try fixture.store.votes(people: .identities) == [])
        }
    }

    @Test("the time of showing is that of the showing before the vote")
    func shownAgain() throws {
        let votes = try votes([
            (.shown, 1, nil), (.vote, 1, .left), (.undo, 1, nil), (.shown, 1, nil), (.vote, 1, .right),
            (.vote, 2, .left), (.shown, 2, nil),
        ]).votes
        #expect(votes.map(\.shownAt) == [1_735_754_648_000, nil])
    }

    @Test("a session is complete when every trial has a vote, or could not be shown in a plan of before shares")
    func complete() throws {
        let three: [(AnswerEvent.Kind, Int?, Choice?)] = [(.vote, 1, .left), (.vote, 2, .left), (.vote, 3, .left)]
        #expect(try !votes(three + [(.finish, nil, nil)]).session.isComplete)
        #expect(try votes(three + [(.vote, 4, .left)]).session.isComplete)
        let failed = try votes(three + [(.imageFailed, 4, nil)], .earlier)
        #expect(failed.session.isComplete && failed.votes.allSatisfy { $0.asked == 3 })
        #expect(
            try votes(three + [(.imageFailed, 4, nil), (.vote, 4, .left)], .earlier).votes.allSatisfy { $0.asked == 4 })
        let postponed = try votes(three + [(.imageFailed, 4, nil)])
        #expect(!postponed.session.isComplete && postponed.votes.allSatisfy { $0.asked == 4 })
        let leftOut = try votes(three + [(.imageFailed, 4, nil), (.imageFailed, 4, nil)])
        #expect(!leftOut.session.isComplete && leftOut.votes.allSatisfy { $0.asked == 4 })
        #expect(try !votes(three + [(.vote, 4, .left), (.undo, nil, nil)]).session.isComplete)
        let session = try votes(three).session
        #expect(session.votes == 3 && session.trials == 4 && session.person == "p1")
    }

    @Test(
        "a session of ten trials is complete with nine votes and not with eight, but in an earlier plan with any",
        arguments: [(9, SessionRules.current, true), (8, .current, false), (8, .earlier, true), (1, .earlier, true)])
    func share(answered: Int, rules: SessionRules, isComplete: Bool) throws {
        try Fixture.withStore { fixture in
            try fixture.addPools()
            var plan = Fixture.plan(rules: rules)
            plan.seats = plan.seats.map { seat in
                Seat(
                    number: seat.number,
                    trials: (1...10).map { number in
                        Trial(
                            number: number, condition: seat.trials[0].condition, left: seat.trials[0].left,
                            right: seat.trials[0].right)
                    })
            }
            let frozen = FrozenPlan(plan)
            try fixture.store.freeze(frozen, at: Fixture.time)
            var events: [AnswerEvent] = []
            for trial in 1...answered {
                events.append(
                    AnswerEvent(
                        id: Fixture.uuid(trial), milliseconds: trial * 1000, kind: .vote, trial: trial, choice: .left))
            }
            for attempt in 1...rules.imageTries {
                for trial in answered + 1...10 {
                    let number = 100 * attempt + trial
                    events.append(
                        AnswerEvent(
                            id: Fixture.uuid(number), milliseconds: number * 1000, kind: .imageFailed, trial: trial))
                }
            }
            _ = try fixture.store.accept(Fixture.header(plan: frozen.hash), events)
            let session = try #require(try fixture.store.sessions(ofPlan: frozen.hash).first)
            #expect(session.isComplete == isComplete && session.votes == answered)
            // What the rule `incomplete` goes by.
            var table = try fixture.store.voteTable(ofPlan: frozen.hash)
            let exclusions = table.exclude(ExclusionSettings(incomplete: IncompleteRule()))
            #expect(table.unfinished.isEmpty == isComplete && exclusions.rules.map(\.note) == [nil])
        }
    }

    @Test("of several sessions of one person the first complete one counts")
    func repeated() throws {
        try Fixture.withPlan { fixture in
            func sit(
                _ session: Int, _ participant: String?, at hour: String, trials: Int = 4, source: String = "link"
            ) throws {
                let choices = Array([Choice.left, .left, .left, .left].prefix(trials))
                _ = try fixture.store.accept(
                    Fixture.header(
                        session: session, participant: participant, source: source,
                        startedAt: "2025-01-02T\(hour)"),
                    Fixture.events(session: session, choices: choices), simulated: source == "simulated",
                    at: Fixture.time)
            }
            // All arrive at one time. By the clock: 2 (10:00 UTC), 1 (11:00), 3 (12:00). Session 2 is not complete.
            try sit(3, "p", at: "12:00:00Z")
            try sit(1, "p", at: "20:00:00+09:00")
            try sit(2, "p", at: "10:00:00Z", trials: 2)
            // Nobody's sessions are their own persons.
            try sit(4, nil, at: "09:00:00Z")
            try sit(5, nil, at: "08:00:00Z", trials: 1)
            // Of none complete, the first.
            try sit(6, "q", at: "13:00:00Z", trials: 1)
            try sit(7, "q", at: "14:00:00Z", trials: 3)
            // A simulated person of the same name is another.
            try sit(8, "p", at: "01:00:00Z", source: "simulated")
            let sessions = try fixture.store.sessions()
            let numbers = [8, 5, 4, 2, 1, 3, 6, 7]
            #expect(sessions.map(\.header.session) == numbers.map { Fixture.uuid($0, series: 1) })
            let excluded: [ExclusionRule?] = [
                nil, nil, nil, .repeatedSession, nil, .repeatedSession, nil, .repeatedSession,
            ]
            #expect(sessions.map(\.excluded) == excluded)
            let votes = try fixture.store.votes(people: .identities)
            #expect(votes.count == 4 + 1 + 4 + 2 + 4 + 4 + 1 + 3)
            #expect(votes.filter { $0.excluded == "repeated_session" }.count == 2 + 4 + 3)
            #expect(votes.filter(\.simulated).count == 4)
        }
    }

    @Test("a person under two plans counts under both, and a repeated session is one of the same plan")
    func twoPlans() throws {
        try Fixture.withPlan { fixture in
            let other = FrozenPlan(Fixture.plan(seed: 4))
            try fixture.store.freeze(other)
            for (session, plan) in [(1, Fixture.planHash), (2, other.hash), (3, other.hash)] {
                var header = Fixture.header(session: session)
                header.planHash = plan
                _ = try fixture.store.accept(header, Fixture.events(session: session))
            }
            #expect(try fixture.store.sessions().map(\.excluded) == [nil, nil, .repeatedSession])
            let second = try fixture.store.sessions(ofPlan: other.hash)
            #expect(second.map(\.excluded) == [nil, .repeatedSession])
        }
    }

    @Test("imported images of one stem are one item")
    func item() throws {
        try Fixture.withStore { fixture in
            let keys = ["X", "Y"].map { PoolKey(method: $0, condition: "c") }
            let generations = try fixture.store.publish(
                try keys.map { key in
                    let draft = try fixture.store.beginImport(of: key, images: 2)
                    try fixture.store.add(
                        [
                            Fixture.image(0, "\(key.method)0", stem: "cat"),
                            Fixture.image(1, "\(key.method)1", stem: "dog"),
                        ],
                        to: draft)
                    return draft
                })
            func trial(_ number: Int, _ left: Int, _ right: Int) -> Trial {
                Trial(
                    number: number, condition: "c", left: PoolEntry(pool: keys[0], generation: 1, index: left),
                    right: PoolEntry(pool: keys[1], generation: 1, index: right))
            }
            let plan = FrozenPlan(
                SurveyPlan(
                    study: "paper", seed: 1, survey: .init(), generations: generations,
                    seats: [Seat(number: 1, trials: [trial(1, 0, 0), trial(2, 1, 0)])]))
            try fixture.store.freeze(plan)
            _ = try fixture.store.accept(Fixture.header(plan: plan.hash), Fixture.events(choices: [.left, .left]))
            #expect(try fixture.store.votes(people: .identities).map(\.item) == ["cat", nil])
        }
    }
}
