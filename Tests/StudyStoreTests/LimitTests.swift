import Answers
import Foundation
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("what no front can say")
struct LimitTests {
    /// A change to a sound header, and why it is then refused; nil where it is taken.
    struct Said: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let refusal: String?
        let change: @Sendable (inout AnswerHeader) -> Void

        init(_ says: String, _ refusal: String?, _ change: @escaping @Sendable (inout AnswerHeader) -> Void) {
            (testDescription, self.refusal, self.change) = (says, refusal, change)
        }
    }

    @Test(
        "a header is taken or refused by what can be, whatever the front",
        arguments: [
            Said("a clock that was never set", nil) { $0.startedAt = "1970-01-01T00:00:07Z" },
            Said("the same east of Greenwich", nil) { $0.startedAt = "1970-01-01T00:00:07+14:00" },
            Said("a clock of the far future", nil) { $0.startedAt = "9999-12-31T23:59:59Z" },
            Said("a year before there are years", "in the years 1900 to 9999") {
                $0.startedAt = "0000-01-01T00:00:00+14:00"
            },
            Said("a year after 9999 in UTC", "in the years 1900 to 9999") {
                $0.startedAt = "9999-12-31T23:59:59-01:00"
            },
            Said("a time of thousands of digits", "\"started_at\" has more than 200 characters") {
                $0.startedAt = "2025-01-01T00:00:00." + String(repeating: "0", count: 9000) + "Z"
            },
            Said("a signed id", nil) { $0.participant = String(repeating: "x", count: 1000) },
            Said("an id of a whole book", "the participant's id has more than 1000 characters") {
                $0.participant = String(repeating: "x", count: 1001)
            },
            Said("NUL in an id", "the participant's id has a control character (U+0000)") { $0.participant = "a\0b" },
            Said("an escape sequence in an id", "has a control character (U+001B)") {
                $0.participant = "\u{1B}]0;x\u{7}"
            },
            Said("a C1 control in an id", "has a control character (U+009B)") { $0.participant = "a\u{9B}31m" },
            Said("a line end in a source", "\"source\" has a control character (U+000A)") { $0.source = "a\nb" },
            Said("a line separator in a screen", "\"screen\" has a control character (U+2028)") {
                $0.screen = "1\u{2028}"
            },
            Said("a class of 201 characters", "\"user_agent_class\" has more than 200 characters") {
                $0.userAgentClass = String(repeating: "é", count: 201)
            },
            Said("no source", "\"source\" is empty") { $0.source = "" },
            Said("another front", "\"front\" is \"fax\", expected page, terminal, simulation") { $0.front = "fax" },
            Said("Chinese", nil) { $0.language = "zh-Hant-TW" },
            Said("no language tag", "\"language\" is \"en_US\", expected a tag") { $0.language = "en_US" },
            Said("SQL for a language", "\"language\" is \"'; DROP TABLE event; --\"") {
                $0.language = "'; DROP TABLE event; --"
            },
            Said("simulated answers", "only `dotchi simulate` may say") { $0.source = "simulated" },
            Said("the simulator's front", "only `dotchi simulate` may say") { $0.front = "simulation" },
            Said("the largest seat", "the plan has no seat 9223372036854775807") { $0.seat = .max },
        ])
    func headers(said: Said) throws {
        try Fixture.withPlan { fixture in
            var header = Fixture.header()
            said.change(&header)
            let receipt = try fixture.store.accept(header, Fixture.events())
            if let refusal = said.refusal {
                #expect(receipt.refusal?.contains(refusal) == true, "\(receipt.refusal ?? "taken")")
                #expect(try fixture.store.sessions() == [])
            } else {
                #expect(receipt.refusal == nil && receipt.added == 10)
                #expect(try fixture.store.votes().count == 4)
                #expect(try fixture.store.unreadableSessions() == [])
            }
        }
    }

    @Test("an id is the same with white space around it, and however its letters are composed")
    func sameID() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(participant: " e\u{301}va\t"), Fixture.events())
            let again = try fixture.store.accept(Fixture.header(participant: "\u{E9}va"), Fixture.events())
            #expect(again.refusal == nil && again.added == 0)
            let stored = try fixture.store.read { try String.fetchOne($0, sql: "SELECT participant FROM session") }
            #expect(stored.map { Array($0.utf8) } == Array("\u{E9}va".utf8))
            let nobody = Fixture.header(session: 2, seat: 2, participant: " \u{3000} ")
            _ = try fixture.store.accept(nobody, Fixture.events(session: 2))
            #expect(try fixture.store.sessions().map(\.header.participant).contains(nil))
        }
    }

    @Test("numbers and words of an event that no front can say are refused one by one")
    func events() throws {
        try Fixture.withPlan { fixture in
            let sound = Fixture.events()
            func changed(_ number: Int, _ change: (inout AnswerEvent) -> Void) -> AnswerEvent {
                var event = sound[2]
                event.id = Fixture.uuid(900 + number)
                change(&event)
                return event
            }
            let wrong = [
                changed(1) { $0.milliseconds = .max }, changed(2) { $0.milliseconds = .min },
                changed(3) { $0.responseMilliseconds = .max },
                changed(4) { $0.responseMilliseconds = 1_000_000_000_001 },
                changed(5) { $0.shownPixels = .max }, changed(6) { $0.trial = .max }, changed(7) { $0.trial = .min },
                changed(8) { $0.render = "hologram" }, changed(9) { $0.render = "\u{1B}[2J" },
                changed(10) { $0.milliseconds = 10_000_000_000_000 },
            ]
            let receipt = try fixture.store.accept(Fixture.header(), wrong + sound)
            #expect(receipt.refused.map(\.id) == wrong.map(\.id))
            #expect(receipt.refused.allSatisfy { !$0.why.contains("\u{1B}") && $0.why.contains("expected") })
            #expect(receipt.accepted == sound.map(\.id))
            #expect(try fixture.store.votes().count == 4)
        }
    }

    @Test("a clock that is set right in the middle of a session loses no vote, and no vote has a time out of reach")
    func clocks() throws {
        try Fixture.withPlan { fixture in
            let years = 90 * 31_557_600_000
            let late = Fixture.events().map { event in
                var event = event
                if event.kind != .consent { event.milliseconds += years }
                return event
            }
            let receipt = try fixture.store.accept(Fixture.header(startedAt: "1970-01-01T00:00:00Z"), late)
            #expect(receipt.refused == [] && receipt.added == 10)
            #expect(try fixture.store.votes().allSatisfy { $0.shownAt.map(Timestamp.text)?.hasPrefix("206") == true })
            let end = Fixture.events(session: 2).map { event in
                var event = event
                event.milliseconds += AnswerLimits.milliseconds.upperBound / 2
                return event
            }
            _ = try fixture.store.accept(
                Fixture.header(session: 2, seat: 2, participant: "p2", startedAt: "9999-12-31T00:00:00Z"), end)
            let votes = try fixture.store.votes(people: .identities).filter { $0.participant == "p2" }
            #expect(votes.count == 4 && votes.allSatisfy { $0.shownAt == nil })
            #expect(try fixture.store.firstVote(onPlan: Fixture.planHash) != nil)
        }
    }

    @Test("a session gets no more events than a person can make")
    func manyEvents() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Array(Fixture.events().prefix(1)))
            // As many as there may be, less one; made in SQL, since a hundred thousand calls take long.
            try fixture.store.write { db in
                try db.execute(
                    sql: """
                        WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
                        INSERT INTO event (id, sessionId, milliseconds, kind)
                        SELECT printf('00000000-0000-4000-9000-%012x', n), ?, n, 'blur' FROM number
                        """, arguments: [AnswerLimits.events - 2, Fixture.uuid(1, series: 1)])
            }
            // Opened again: a store goes on from what it counted, and sees only what others write.
            let store = try StudyStore(at: fixture.store.file)
            let receipt = try store.accept(Fixture.header(), Fixture.events())
            #expect(receipt.added == 1 && receipt.refused.count == 8)
            #expect(receipt.refused.allSatisfy { $0.why.contains("has 100000 events") })
            // What is there already is known all the same.
            let again = try store.accept(Fixture.header(), Fixture.events())
            #expect(again.accepted.count == 2 && again.added == 0)
        }
    }
}
