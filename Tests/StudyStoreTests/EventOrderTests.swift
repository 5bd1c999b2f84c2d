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
            try fixture.store.write { db in
                let events = try #require(
                    Schema.answers.split(separator: ";\n\n").first { $0.contains("TABLE event ") })
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
}
