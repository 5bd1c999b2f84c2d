import Answers
import Foundation
import Pairing
import Study
import Testing

@testable import StudyStore

@Suite("people who do not take part")
struct RefusalTests {
    private static func screened(_ reason: String, _ number: Int = 90) -> AnswerEvent {
        AnswerEvent(
            id: Fixture.uuid(number, series: 9), milliseconds: 5, kind: .screenedOut, value: .text(reason))
    }

    private static func withPlan(_ body: (Fixture, String) throws -> Void) throws {
        var plan = Fixture.plan()
        plan.survey.before = [
            QuestionnaireItem(id: "age", isRequired: true, kind: .number, least: 0, most: 120),
            QuestionnaireItem(id: "note", kind: .text, characters: 5),
        ]
        plan.survey.admit.answers = ["age": .numbers(least: 18, most: nil)]
        let frozen = FrozenPlan(plan)
        try Fixture.withStore { fixture in
            try fixture.addPools()
            try fixture.store.freeze(frozen, at: Fixture.time)
            try body(fixture, frozen.hash)
        }
    }

    @Test("they are counted once by reason and front, and nothing else of them is kept")
    func counted() throws {
        try Self.withPlan { (fixture: Fixture, plan: String) throws in
            let store = fixture.store
            let answer = AnswerEvent(
                id: Fixture.uuid(91, series: 9), milliseconds: 3, kind: .answer, question: "age", value: .number(17))
            #expect(try store.accept(Fixture.header(plan: plan), [answer]).added == 1)
            for _ in 0..<2 {
                #expect(try store.accept(Fixture.header(plan: plan), [Self.screened("age")]).refused.isEmpty)
            }
            #expect(try store.refusals(ofPlan: plan).map(\.people) == [1])
            #expect(try store.refusals(ofPlan: plan).map(\.reason) == ["age"])
            #expect(try store.sessions().isEmpty)
            // What comes of the session later is not taken in.
            #expect(
                try store.accept(Fixture.header(plan: plan), Fixture.events()).refusal?.contains("screened out") == true
            )
            #expect(try store.sessions().isEmpty)
        }
    }

    @Test("nobody is screened out who has answered pairs, or for a reason that the plan does not have")
    func refused() throws {
        try Self.withPlan { (fixture: Fixture, plan: String) throws in
            let store = fixture.store
            #expect(try store.accept(Fixture.header(plan: plan), [Self.screened("shoe-size")]).refused.count == 1)
            _ = try store.accept(Fixture.header(plan: plan), Fixture.events())
            let receipt = try store.accept(Fixture.header(plan: plan), [Self.screened("consent.declined")])
            #expect(receipt.refused.first?.why.contains("has answered pairs") == true)
            #expect(try store.refusals(ofPlan: plan).isEmpty)
            #expect(try store.sessions().count == 1)
        }
    }

    @Test("answers to questions that the plan does not ask, and such as it does not take, are refused one by one")
    func answers() throws {
        try Self.withPlan { (fixture: Fixture, plan: String) throws in
            func answer(_ number: Int, _ question: String, _ value: AnswerValue) -> AnswerEvent {
                AnswerEvent(
                    id: Fixture.uuid(number, series: 8), milliseconds: number, kind: .answer, question: question,
                    value: value)
            }
            let receipt = try fixture.store.accept(
                Fixture.header(plan: plan),
                [
                    answer(1, "age", .number(30)), answer(2, "age", .number(300)), answer(3, "shoe", .number(40)),
                    answer(4, "note", .text("longer")), answer(5, "note", .text("short")),
                    answer(6, "link.STUDY_ID", .text("S")),
                ])
            #expect(receipt.added == 3)
            #expect(
                receipt.refused.map(\.why) == [
                    "its value is no whole number that \"age\" takes", "the plan asks no question \"shoe\"",
                    "its value has not 1 to 5 characters, as \"note\" takes",
                ])
        }
    }
}
