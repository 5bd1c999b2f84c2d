import Answers
import Foundation
import GRDB
import Study
import TestKit
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
            let votes = try fixture.store.votes()
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

    @Test("columns, indices and triggers of others on events stay, and a table of the name that it works under")
    func ownColumns() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let (votes, sessions) = (try fixture.store.votes(), try fixture.store.sessions())
            try fixture.store.write { db in
                try age(db)
                try db.execute(
                    sql: """
                        ALTER TABLE event ADD COLUMN "my note" TEXT NOT NULL DEFAULT 'none';
                        ALTER TABLE event ADD COLUMN weight REAL CHECK (weight > 0);
                        UPDATE event SET "my note" = 'odd', weight = 0.5 WHERE trial = 1;
                        CREATE INDEX mine ON event (weight);
                        CREATE INDEX eventOnID ON event (kind);
                        CREATE TABLE counted (events INTEGER);
                        CREATE TRIGGER count AFTER INSERT ON event BEGIN INSERT INTO counted VALUES (1); END;
                        CREATE TABLE eventBySession (words TEXT);
                        INSERT INTO eventBySession VALUES ('mine');
                        """)
            }
            let store = try fixture.reopened()
            #expect(try store.votes() == votes && store.sessions() == sessions && sessions.count == 1)
            try store.read { (db: Database) throws in
                #expect(try db.primaryKey("event").columns == ["sessionId", "milliseconds", "id"])
                let marked = "SELECT count(*) FROM event WHERE \"my note\" = 'odd' AND weight = 0.5"
                #expect(try Int.fetchOne(db, sql: marked) == 2)
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE \"my note\" = 'none'") == 8)
                #expect(try String.fetchOne(db, sql: "SELECT words FROM eventBySession") == "mine")
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM counted") == 0)
                #expect(try db.indexes(on: "event").map(\.name).contains("mine"))
            }
            // Further events come in beside them.
            let further = Fixture.events(session: 2).filter { $0.trial == nil }
            let other = try store.accept(Fixture.header(session: 2, seat: 2), further)
            #expect(!further.isEmpty && other.added == further.count && other.refused.isEmpty)
            #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM counted") } == further.count)
        }
    }

    @Test(
        "what has a name that a migration needs, or would be lost, stops it with the statement that mends it",
        arguments: [
            ("CREATE TABLE PlanHead (words TEXT)", "a table “PlanHead”"),
            ("CREATE VIEW seatText AS SELECT 1", "a view “seatText”"),
            ("CREATE TABLE mine (a); CREATE INDEX eventOnID ON mine (a)", "an index “eventOnID”"),
            ("CREATE TABLE mine (a); CREATE INDEX planHead ON mine (a)", "an index “planHead”"),
            (
                "CREATE TABLE mine (a); CREATE TRIGGER seatTextInsert AFTER INSERT ON mine BEGIN SELECT 1; END",
                "a trigger “seatTextInsert”"
            ),
            ("ALTER TABLE event ADD COLUMN half INTEGER AS (milliseconds / 2)", "a computed column “half”"),
            (
                """
                ALTER TABLE event ADD COLUMN half INTEGER AS (milliseconds / 2);
                CREATE INDEX "it's mine" ON event (half); CREATE INDEX also ON event (kind) WHERE half > 1;
                CREATE VIEW halves AS SELECT half FROM event; CREATE INDEX other ON event (kind)
                """, "a computed column “half”"
            ),
            (
                "ALTER TABLE event ADD COLUMN \"it's $HOME\" INTEGER AS (milliseconds / 2)",
                "a computed column “it's $HOME”"
            ),
            ("CREATE VIEW planHead AS SELECT 'it''s'", "a view “planHead”"),
        ])
    func obstacles(sql: String, what: String) throws {
        try withTemporaryFolder { folder in
            let place = folder.appending(path: "it's a study")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
            let file = place.appending(path: "study.sqlite")
            let queue = try DatabaseQueue(path: file.path)
            try Schema.migrator.migrate(queue, upTo: "13 generation seals")
            try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE remark (words TEXT); \(sql)") }
            for readOnly in [true, false] {
                let error = #expect(throws: StudyStoreError.self) { try StudyStore(at: file, readOnly: readOnly) }
                guard case .notBroughtUpToDate(file.path, let why, let mend) = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(why.contains(what) && why.contains("not dotchi's"))
                let command = try #require(error?.description.components(separatedBy: "try again: ").last)
                #expect(try shellWords(of: command) == [file.path, mend])
                if !readOnly { try queue.writeWithoutTransaction { try $0.execute(sql: mend) } }
            }
            // A table of others alone is no obstacle, nor damage.
            #expect(throws: StudyStoreError.olderSchema(path: file.path)) { try StudyStore(at: file, readOnly: true) }
            let store = try StudyStore(at: file)
            #expect(try store.read { try $0.tableExists("remark") && $0.tableExists("seatText") })
            #expect(try StudyStore(at: file, readOnly: true).votes().count == 0)
        }
    }

    /// The arguments that a shell hands to sqlite3 for `command`.
    private func shellWords(of command: String) throws -> [String] {
        let (shell, pipe) = (Process(), Pipe())
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "sqlite3() { printf '%s\\n' \"$@\"; }; \(command)"]
        shell.standardOutput = pipe
        try shell.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Puts events back into the order of before.
    private func age(_ db: Database) throws {
        let events = try #require(Schema.answers.split(separator: ";\n\n").first { $0.contains("TABLE event ") })
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM event;
                DROP TABLE event;
                \(events);
                INSERT INTO event SELECT id, sessionId, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels
                    FROM kept;
                DROP TABLE kept;
                CREATE INDEX eventOnSession ON event (sessionId, milliseconds);
                DELETE FROM grdb_migrations WHERE identifier IN (
                    '14 events by session', '19 event values', '20 grades',
                    '22 timeouts');
                """)
    }
}
