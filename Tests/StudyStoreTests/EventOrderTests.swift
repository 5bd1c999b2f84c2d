import Answers
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("the order of events")
struct EventOrderTests {
    @Test(
        "a store of before events stood by session keeps its votes, sessions and seals as it is brought up to date"
    )
    func migration() throws {
        try Fixture.withPlan { fixture in
            for session in 1...3 {
                let events = Fixture.events(session: session)
                _ = try fixture.store.accept(Fixture.header(session: session, participant: "p\(session)"), events)
            }
            let votes = try fixture.store.votes()
            let sessions = try fixture.store.sessions()
            #expect(votes.count == 12)
            try fixture.store.write(age)
            let store = try fixture.reopened()
            #expect(try store.read { try $0.primaryKey("event").columns } == ["sessionId", "milliseconds", "id"])
            #expect(try store.votes() == votes && store.sessions() == sessions)
            // Known events are known, and the rules hold.
            let again = try store.accept(Fixture.header(session: 2, participant: "p2"), Fixture.events(session: 2))
            #expect(again.added == 0 && again.refused.isEmpty)
            #expect(throws: (any Error).self) { try store.write { try $0.execute(sql: "UPDATE event SET trial = 2") } }
            #expect(throws: (any Error).self) { try store.write { try $0.execute(sql: "UPDATE event SET id = 'x'") } }
        }
    }

    @Test("events without a session, and views and tables of others on events, stop nothing and stay")
    func others() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            try fixture.store.write(age)
            try fixture.store.queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF;
                        INSERT INTO event (id, sessionId, milliseconds, kind)
                            VALUES ('00000000-0000-4000-8000-0000000000aa', '00000000-0000-4000-8000-0000000000bb', 1, 'consent');
                        CREATE VIEW answered AS SELECT sessionId, count(*) AS events FROM event GROUP BY sessionId;
                        CREATE TABLE remark (event TEXT REFERENCES event (id) ON DELETE CASCADE, words TEXT);
                        INSERT INTO remark SELECT id, kind FROM event;
                        PRAGMA foreign_keys = ON;
                        """)
            }
            let votes = try fixture.store.votes()
            let store = try fixture.reopened()
            #expect(try store.votes() == votes)
            try store.read { (db: Database) throws in
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM event") == 11)
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM remark") == 11)
                #expect(try Int.fetchOne(db, sql: "SELECT max(events) FROM answered") == 10)
                #expect(try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") == true)
                #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count == 1)
            }
        }
    }

    /// Puts events back into the order of before.
    private func age(_ db: Database) throws {
        let events = try #require(Schema.answers.split(separator: ";\n\n").first { $0.contains("TABLE event ") })
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM event;
                DROP TABLE event;
                \(events);
                INSERT INTO event SELECT * FROM kept;
                DROP TABLE kept;
                CREATE INDEX eventOnSession ON event (sessionId, milliseconds);
                DELETE FROM grdb_migrations WHERE identifier = '14 events by session';
                """)
    }
}
