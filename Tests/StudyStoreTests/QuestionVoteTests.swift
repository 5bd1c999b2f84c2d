import Answers
import GRDB
import Pairing
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("votes on questions in the store")
struct QuestionVoteTests {
    private static func vote(_ number: Int, _ question: String?, _ choice: Choice = .left, grade: Int? = nil)
        -> AnswerEvent
    {
        AnswerEvent(
            id: Fixture.uuid(number), milliseconds: number, kind: .vote, trial: 1, choice: choice, grade: grade,
            question: question)
    }

    @Test("what the plan does not ask is refused, and the rest is taken")
    func refusals() throws {
        try Fixture.withPlan(ties: true, questions: Fixture.questions) { fixture in
            let undo = AnswerEvent(id: Fixture.uuid(6), milliseconds: 6, kind: .undo, trial: 1, question: "c")
            let receipt = try fixture.store.accept(
                Fixture.header(plan: Fixture.askedHash),
                [
                    Self.vote(1, "a"), Self.vote(2, "c"), Self.vote(3, nil), Self.vote(4, "b", grade: -1),
                    Self.vote(5, "b", .tie), undo,
                ])
            #expect(receipt.added == 2)
            #expect(
                receipt.refused.map(\.why) == [
                    "a vote on a question that this survey does not ask; it asks a, b",
                    "a vote without its question; this survey asks a, b",
                    "a vote with a grade, which this survey does not ask for",
                    "an undo on a question that this survey does not ask; it asks a, b",
                ])
            #expect(try fixture.store.sessions().map(\.votes) == [1])
        }
        try Fixture.withPlan { fixture in
            let receipt = try fixture.store.accept(Fixture.header(), [Self.vote(1, "a"), Self.vote(2, nil)])
            #expect(receipt.refused.map(\.why) == ["a vote on a question, but this survey names none"])
            #expect(try fixture.store.votes().count == 1)
        }
    }

    @Test("questions and grades are sealed with their votes, come back as they were, and stand in the order asked")
    func votes() throws {
        var plan = Fixture.plan(ties: true, questions: Fixture.questions)
        plan.survey.scale = .graded
        let frozen = FrozenPlan(plan)
        try Fixture.withPlan(ties: true, questions: Fixture.questions) { fixture in
            try fixture.store.freeze(frozen, at: Fixture.time)
            let events = [
                Self.vote(1, "b", .right, grade: 3), Self.vote(2, "a", .tie, grade: 0),
                AnswerEvent(id: Fixture.uuid(3), milliseconds: 3, kind: .undo, trial: 1, question: "a"),
                Self.vote(4, "a", .left, grade: -2),
            ]
            let header = Fixture.header(plan: frozen.hash)
            for event in events { #expect(try fixture.store.accept(header, [event]).added == 1) }
            #expect(
                try fixture.store.accept(header, [Self.vote(5, "a")]).refused.map(\.why) == [
                    "a vote without a grade, which this survey asks for"
                ])
            let votes = try fixture.store.votes()
            #expect(votes.map(\.question) == ["a", "b"] && votes.map(\.grade) == [-2, 3])
            #expect(votes.map(\.isPrimary) == [true, false] && votes.map(\.choice) == [.left, .right])
            #expect(try fixture.store.unreadableSessions().isEmpty)
            #expect(try fixture.store.answers(ofSession: header.session)?.events == events)
            // A grade that flips is damage.
            try fixture.store.write {
                try $0.execute(sql: "DROP TRIGGER eventUpdate; UPDATE event SET grade = -1 WHERE grade = -2")
            }
            #expect(try fixture.store.unreadableSessions().count == 1)
        }
    }
}
