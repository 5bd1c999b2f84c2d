import Answers
import Foundation
import Pairing
import Study
import StudyStore
import Testing
import Votes

/// What stands beside the pairs that count, in the store: practice, checks, reports of images.
struct SidePairsTests {
    /// A plan whose third pair is a check, with two pairs to practise on behind its four.
    private static func plan(reports: Bool = true) -> SurveyPlan {
        var plan = Fixture.plan()
        plan.survey.besides.practice = 2
        plan.survey.besides.reportsImages = reports
        for seat in plan.seats.indices {
            plan.seats[seat].change(3) { trial in
                trial.kind = .check
                trial.instructed = .right
            }
            for number in 5...6 {
                var trial = plan.seats[seat].trials[number - 5]
                trial.number = number
                plan.seats[seat].items.append(.practice(trial))
            }
        }
        return plan
    }

    private func withPlan(_ plan: SurveyPlan = plan(), _ body: (Fixture, String) throws -> Void) throws {
        try Fixture.withStore { fixture in
            try fixture.addPools()
            let frozen = FrozenPlan(plan)
            try fixture.store.freeze(frozen, at: Fixture.time)
            try body(fixture, frozen.hash)
        }
    }

    private func event(
        _ number: Int, _ kind: AnswerEvent.Kind, _ trial: Int, _ choice: Choice? = nil, question: String? = nil,
        session: Int = 9
    ) -> AnswerEvent {
        AnswerEvent(
            id: Fixture.uuid(session << 24 | number, series: 5), milliseconds: number, kind: kind, trial: trial,
            choice: choice, question: question)
    }

    @Test("practice is taken in and counts for nothing; nobody votes there, or practises on what counts")
    func practice() throws {
        try withPlan { fixture, plan in
            let header = Fixture.header(plan: plan)
            let practice = [event(1, .practice, 5, .left), event(2, .shown, 6), event(3, .practice, 6, .right)]
            let receipt = try fixture.store.accept(header, practice + Fixture.events())
            #expect(receipt.refused.isEmpty && receipt.added == 3 + Fixture.events().count)
            let refused = try fixture.store.accept(
                header, [event(4, .vote, 5, .left), event(5, .practice, 1, .left), event(6, .practice, 7, .left)])
            #expect(refused.added == 0)
            #expect(
                refused.refused.map(\.why) == [
                    "a vote on pair 5, which is there to practise on", "practice on trial 1, which counts",
                    "seat 1 has no trial 7",
                ])
            let session = try #require(fixture.store.sessions().first)
            #expect(session.isComplete && session.trials == 4 && session.votes == 4)
            let votes = try fixture.store.votes(ofPlan: plan)
            #expect(votes.map(\.trial) == [1, 2, 3, 4] && votes.allSatisfy { $0.asked == 4 })
            #expect(votes.map(\.kind) == [.main, .main, .check, .repeat])
            #expect(votes.map(\.correct) == [nil, nil, .right, nil])
            #expect(try fixture.store.plans().map(\.trials) == [4])
            #expect(try fixture.store.answers(ofSession: header.session)?.events.count == 3 + Fixture.events().count)
            #expect(try fixture.store.unreadableSessions().isEmpty)
        }
    }

    @Test("a plan whose seats have not the practice that it says, or a check without its instruction, is not frozen")
    func unsound() throws {
        var missing = Self.plan()
        missing.seats[1].items.removeLast()
        var silent = Self.plan()
        silent.seats[0].change(2) { $0.instructed = .left }
        for plan in [missing, silent] {
            try Fixture.withStore { fixture in
                try fixture.addPools()
                #expect(throws: StudyStoreError.self) {
                    try fixture.store.freeze(FrozenPlan(plan), at: Fixture.time)
                }
            }
        }
    }

    @Test("reported images are counted by person: in pairs and in practice, up to the end, once for each")
    func reports() throws {
        try withPlan { fixture, plan in
            let seats = Self.plan().seats
            #expect(try fixture.store.reportedImages() == [])
            func report(_ number: Int, _ trial: Int, _ side: Choice, session: Int) -> AnswerEvent {
                event(number, .answer, trial, side, question: "report", session: session)
            }
            for person in 1...2 {
                let header = Fixture.header(session: person, participant: "p\(person)", plan: plan)
                // The repeat shows the same image on the other side.
                let reports = [
                    report(1, 1, .left, session: person), report(1200, 1, .left, session: person + 20),
                    report(4800, 4, .right, session: person), report(900_000, 2, .left, session: person),
                ]
                let receipt = try fixture.store.accept(header, Fixture.events(session: person) + reports)
                #expect(receipt.refused.isEmpty)
            }
            let practised = Fixture.header(session: 3, participant: "p3", plan: plan)
            _ = try fixture.store.accept(
                practised, [event(1, .practice, 6, .left), report(2, 6, .right, session: 3)])
            let simulated = Fixture.header(session: 4, participant: "s", source: "simulated", plan: plan)
            _ = try fixture.store.accept(simulated, [report(2, 2, .left, session: 4)], simulated: true)
            let found = try fixture.store.reportedImages(ofPlan: plan)
            #expect(found.map(\.entry) == [seats[0].trials[0].left, seats[0].practice[1].right])
            #expect(found.map(\.people) == [2, 1] && found.allSatisfy { $0.file == nil })
            #expect(try fixture.store.reportedImages() == found)
            #expect(try fixture.store.reportedImages(ofPlan: Fixture.hash("another")) == [])
        }
    }

    @Test("a report is refused where the survey offers none")
    func noReports() throws {
        try withPlan(Self.plan(reports: false)) { fixture, plan in
            let report = event(1, .answer, 1, .left, question: "report")
            let receipt = try fixture.store.accept(Fixture.header(plan: plan), [report])
            #expect(receipt.refused.map(\.why) == ["a report of an image, which this survey does not offer"])
        }
    }
}
