import Answers
import Foundation
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("sessions that cannot be read")
struct UnreadableTests {
    /// Puts a session with four votes into the store past `accept`, as older versions took it in.
    private func insert(
        _ session: Int, startedAt: String, change: (inout AnswerEvent) -> Void = { _ in }, _ fixture: Fixture
    ) throws {
        try fixture.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO session (id, planHash, seat, participant, source, language, startedAt, front, importedFrom)
                    VALUES (?, ?, 1, ?, 'link', 'en', ?, 'page', 'bad.jsonl')
                    """,
                arguments: [Fixture.uuid(session, series: 1), Fixture.planHash, "p\(session)", startedAt])
            for var event in Fixture.events(session: session) {
                change(&event)
                try db.execute(
                    sql: """
                        INSERT INTO event (id, sessionId, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        event.id, Fixture.uuid(session, series: 1), event.milliseconds, event.kind.rawValue,
                        event.trial,
                        event.choice?.rawValue, event.responseMilliseconds, event.render, event.shownPixels,
                    ])
            }
            // As they are when an older store is brought up to date.
            try StudyStore.sealAllSessions(db)
        }
    }

    @Test("are left out by name, and stop nothing")
    func leftOut() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            _ = try store.accept(Fixture.header(), Fixture.events())
            let whole = try store.votes()
            #expect(whole.count == 4)
            #expect(try store.unreadableSessions() == [])
            try insert(2, startedAt: "0000-01-01T00:00:00+14:00", fixture)
            try insert(3, startedAt: "0000-06-01T00:00:00Z", fixture)
            try insert(
                4, startedAt: "2025-01-01T00:00:00Z", change: { if $0.kind == .finish { $0.milliseconds = .max } },
                fixture)
            #expect(try store.votes() == whole)
            #expect(try store.voteTable().count == 4)
            #expect(try store.sessions().map(\.header.participant) == ["p1"])
            #expect(try store.firstVote(onPlan: Fixture.planHash) != nil)
            let unreadable = try store.unreadableSessions(ofPlan: Fixture.planHash)
            #expect(unreadable.map(\.session) == (2...4).map { Fixture.uuid($0, series: 1) })
            #expect(unreadable[0].description.contains("(imported from bad.jsonl): it was started at \"0000-01-01T"))
            #expect(unreadable[1].why.contains("is no time in the years 1 to 9999"))
            #expect(unreadable[2].why.contains("has a time or a word that this dotchi does not know"))
            #expect(try store.unreadableSessions(ofPlan: Fixture.hash("other")) == [])
            // Who is left out takes nothing from others of the same name.
            try insert(5, startedAt: "2025-01-01T00:00:00Z", fixture)
            #expect(try store.votes().count == 8)
        }
    }

    @Test("a response time or a size out of reach is not known, and its vote counts")
    func unknownNumbers() throws {
        try Fixture.withPlan { fixture in
            try insert(
                1, startedAt: "2025-01-01T00:00:00Z",
                change: {
                    if $0.kind == .vote { ($0.responseMilliseconds, $0.shownPixels) = (.max, .max) }
                }, fixture)
            let votes = try fixture.store.votes()
            #expect(votes.count == 4)
            #expect(votes.allSatisfy { $0.responseMilliseconds == nil && $0.shownPixels == nil })
            for format in VoteExport.allCases { _ = format.write(votes) { _ in } }
        }
    }

    @Test(
        "a value that no column can have is a damaged store, told by its column, and ends no process",
        arguments: [
            ("session", "seat", "'abc'"), ("session", "seat", "NULL"), ("session", "participant", "x'00ff'"),
            ("session", "startedAt", "NULL"), ("event", "trial", "'abc'"), ("event", "kind", "NULL"),
            ("event", "render", "x'00ff'"), ("arrival", "receivedAt", "NULL"), ("pseudonym", "session", "NULL"),
            ("plan", "study", "NULL"),
        ])
    func oddValues(table: String, column: String, value: String) throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events(), importedFrom: "a.jsonl")
            try fixture.store.queue.writeWithoutTransaction { db in
                // As a program makes it that knows nothing of the rules.
                let triggers = try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
                    arguments: [table])
                for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF;
                        PRAGMA ignore_check_constraints = ON;
                        PRAGMA writable_schema = ON;
                        UPDATE sqlite_schema
                        SET sql = replace(replace(replace(replace(sql, ') STRICT, WITHOUT', ') WITHOUT'), ') STRICT', ')'),
                            '\(column) INTEGER NOT NULL', '\(column) INTEGER'), '\(column) TEXT NOT NULL', '\(column) TEXT')
                        WHERE type = 'table' AND name = '\(table)';
                        PRAGMA writable_schema = RESET;
                        UPDATE \(table) SET \(column) = \(value);
                        PRAGMA ignore_check_constraints = OFF;
                        """)
            }
            let store = try fixture.reopened()
            func holds(_ body: () throws -> Void) {
                do {
                    try body()
                } catch StudyStoreError.damaged(_, let why) {
                    #expect(
                        [" in its column \"\(column)\"", ""].map {
                            "a row has\($0) a value of a kind that dotchi never writes there"
                        }.contains(why))
                } catch {
                    // Words and times that are not known were refused before.
                    #expect(error is StudyStoreError)
                }
            }
            holds { _ = try store.sessions() }
            holds { _ = try store.votes() }
            holds { _ = try store.voteTable(people: .identities) }
            holds { _ = try store.sessionIdentities() }
            holds { _ = try store.answers(ofSession: Fixture.uuid(1, series: 1)) }
            holds { _ = try store.unreadableSessions() }
            holds { _ = try store.accept(Fixture.header(), Fixture.events(session: 2)) }
            holds { _ = try store.erase(sessions: [Fixture.uuid(1, series: 1)]) }
        }
    }
}
