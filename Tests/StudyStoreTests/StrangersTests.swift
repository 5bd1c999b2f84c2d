import Answers
import Foundation
import GRDB
import Study
import Testing
import Votes

@testable import StudyStore

@Suite("what other programs put into study.sqlite")
struct StrangersTests {
    @Test(
        "columns of any name of dotchi's in any other of its tables change nothing that is read, and stop no writing",
        arguments: Fixture.PlanForm.allCases)
    func columns(form: Fixture.PlanForm) throws {
        try Fixture.withPlan(form: form) { fixture in
            let store = fixture.store
            try store.freezeAnalysis(AnalysisSettings(), hash: Fixture.hash("analysis"), ofPlan: Fixture.planHash)
            _ = try store.accept(Fixture.header(), Fixture.events())
            let failed = AnswerEvent(
                id: Fixture.uuid(0x3FE), milliseconds: 1500, kind: .imageFailed, trial: 1, choice: .left)
            _ = try store.accept(
                Fixture.header(session: 2, seat: 2, participant: "p2"), Fixture.events(session: 2) + [failed])
            _ = try store.accept(
                Fixture.header(session: 3, participant: "someone", source: "simulated"), Fixture.events(session: 3),
                simulated: true)
            _ = try store.beginGeneration(
                of: PoolKey(method: "A", condition: "equal-time"), checkpoints: [1], seed: 5, images: 4)
            let before = try readings(store)
            let votesBefore = try store.votes().count
            #expect(before.count == 39 && before.allSatisfy { $0.last != "nil" && $0.last != "[]" }, "\(before)")
            try store.write { try addColumns($0) }
            let reopened = try fixture.reopened()
            for (was, now) in zip(before, try readings(reopened)) { #expect(was == now) }
            try reopened.check()

            let known = try reopened.accept(Fixture.header(), Fixture.events())
            #expect(known.added == 0 && known.refused.isEmpty)
            let new = try reopened.accept(
                Fixture.header(session: 4, participant: "p1"), Fixture.events(session: 4))
            #expect(new.added == Fixture.events().count && new.refused.isEmpty)
            let (votes, sessions) = (try reopened.votes(), try reopened.sessions())
            #expect(sessions.count == 4 && votes.count == votesBefore + 4 && Set(votes.map(\.person)).count == 3)
            #expect(try reopened.unreadableSessions().isEmpty)
            #expect(try reopened.erase(sessions: [Fixture.uuid(1, series: 1)]).sessions == 1)
            #expect(try reopened.sessions().count == 3 && reopened.unreadableSessions().isEmpty)
            try fixture.addRun(Fixture.faces64, epochs: 3, seconds: 1)
            try fixture.addPools()
            #expect(try reopened.damagedGenerations().isEmpty)
        }
    }

    /// What all functions that read give, each under its name.
    private func readings(_ store: StudyStore) throws -> [[String]] {
        let plan = Fixture.planHash
        let pool = PoolKey(method: "B", condition: "equal-time")
        let generation = PoolGeneration(pool: pool, number: 1, count: 4)
        let runs = try store.runs()
        let checkpoint = try #require(try store.checkpoint(of: runs[0].run.id, nearestTo: 1))
        func said<Value>(_ name: String, _ value: Value?) -> [String] {
            [name, value.map { "\($0)" } ?? "nil"]
        }
        let votes = try store.readVotes()
        let unpublished = try store.unpublishedGenerations()
        return [
            said("analysis plans", try store.analysisPlans(ofPlan: plan)),
            said("first vote", try store.firstVote(onPlan: plan)),
            said("damaged images", try store.damagedImages().count),
            said("checkpoints", try store.checkpoints(of: runs[0].run.id)),
            said("checkpoint", checkpoint),
            said("headers", try store.headers(ofPlan: plan)),
            said("count", try store.sessionCount(ofPlan: plan)),
            said("people", try store.peoplesSessions()),
            said("votes by plan", try store.votesByPlan(but: "other")),
            said("dataset", try store.currentDataset()),
            said("photographs", try store.photographs(of: 1)),
            said("skipped", try store.skippedPhotographs(of: 1)),
            said("early", try store.sessionsBeforeFreezing(ofPlan: plan)?.sessions.count ?? 0),
            said("epochs", try store.epochs(of: runs[0].run.id)),
            said("erasure", try store.erasure(ofSession: Fixture.uuid(1, series: 1)) == nil),
            said("failed", try store.failedImages(ofPlan: plan)),
            said("unfrozen", try store.unfrozenPlans().count),
            said("damaged", try store.damagedGenerations().count),
            said("generation count", try store.generationCount()),
            said("unpublished", unpublished),
            said("outline", try store.currentOutline()),
            said("seat", try store.seat(2, ofPlan: plan)),
            said("current plan", try store.currentPlan(onlySeat: 1)),
            said("plan", try store.plan(plan)),
            said("plans", try store.plans()),
            said("generations of plan", try store.generations(ofPlan: plan)),
            said("seats", try store.seats(ofPlan: plan)),
            said("current generations", try store.currentGenerations()),
            said("current generation", try store.currentGeneration(of: pool)),
            said("generations", try store.generations(of: pool)),
            said("entries", try store.entries(of: generation)),
            said("image", try store.image(PoolEntry(pool: pool, generation: 1, index: 2))),
            said("identities", try store.identities().sorted { $0.key < $1.key }),
            said("session identities", try store.sessionIdentities()),
            said("runs", runs),
            said("sessions", votes.sessions),
            // A dictionary is in no order.
            said(
                "votes",
                votes.votes.rows.map { row in
                    var plain = row
                    plain.seen = [:]
                    return "\(plain), \(row.seen.map { "\($0.key): \($0.value)" }.sorted())"
                }),
            said("answers", try store.answers(ofSession: Fixture.uuid(2, series: 1))),
            said("unreadable", try store.unreadableSessions().count + store.unreadableRuns().count),
        ]
    }

    /// Adds to each table the names of all columns of the others, and what queries call their results.
    ///
    /// - Parameter needed: names that later columns of `event` have: one of another program keeps them from being made, and is
    ///   named with what takes it away.
    private func addColumns(_ db: Database, needed: Set<String> = []) throws {
        var tables: [String: Set<String>] = [:]
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'
                """)
        for table in names {
            tables[table] = Set(
                try String.fetchAll(db, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [table]))
        }
        let results: Set = [
            "found", "filled", "epochs", "trainingSeconds", "isCurrent", "checkpoints", "photographs", "held",
            "skipped",
            "seats", "trials", "sessions", "startedInUTC", "sessionName", "earliest", "votedAt", "total", "taken",
        ]
        let all = tables.values.reduce(results) { $0.union($1) }
        #expect(tables.count > 15 && all.count > 70)
        for (table, own) in tables.sorted(by: { $0.key < $1.key }) {
            for name in all.subtracting(own).subtracting(table == "event" ? needed : []).sorted() {
                try db.execute(sql: "ALTER TABLE \(table) ADD COLUMN \"\(name)\" TEXT DEFAULT 'mine'")
            }
        }
    }

    @Test("a trigger that SQLite cannot run is named as what is in the way, not as damage, and taking it away mends it")
    func trigger() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let votes = try fixture.store.votes()
            try fixture.store.write {
                try $0.execute(
                    sql: """
                        CREATE TABLE counted (sessions INTEGER);
                        CREATE TRIGGER harmless AFTER INSERT ON session BEGIN INSERT INTO counted VALUES (1); END;
                        CREATE TRIGGER "mine's" AFTER INSERT ON session BEGIN INSERT INTO nowhere VALUES (1); END
                        """)
            }
            func accept() throws -> AnswerReceipt {
                try fixture.store.accept(Fixture.header(session: 2, participant: "p2"), Fixture.events(session: 2))
            }
            let error = try #require(throws: StudyStoreError.self) { try accept() }
            guard case .inTheWay(_, let what, let sql?, let why) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(what == "a trigger “mine's”" && why == "no such table: main.nowhere")
            let said = error.description
            #expect(said.contains("Nothing that was recorded is lost") && said.contains("in a copy of the study"))
            #expect(!said.contains("start over") && !said.contains("damaged"))
            #expect(try fixture.store.votes() == votes)
            try fixture.store.write { try $0.execute(sql: sql) }
            #expect(try accept().added == Fixture.events().count)
        }
    }

    @Test(
        "a rule of others that an answer breaks is named as theirs, is no fault of the answer, and taking it away mends it",
        arguments: [
            ("CREATE UNIQUE INDEX mine ON session (language)", "an index “mine”"),
            ("CREATE UNIQUE INDEX mine ON session (lower(language))", "an index “mine”"),
            (
                """
                CREATE TABLE log (plan TEXT UNIQUE); INSERT INTO log SELECT hash FROM plan;
                CREATE TRIGGER mine AFTER INSERT ON session BEGIN INSERT INTO log VALUES (NEW.planHash); END
                """, "a trigger “mine”"
            ),
            (
                """
                CREATE TABLE log (room TEXT NOT NULL); CREATE TABLE other (room TEXT);
                CREATE TRIGGER harmless AFTER INSERT ON event BEGIN INSERT INTO other VALUES (1); END;
                CREATE TRIGGER mine AFTER INSERT ON event BEGIN INSERT INTO log VALUES (NULL); END
                """, "a trigger “mine”"
            ),
            (
                """
                CREATE TABLE log (number INTEGER) STRICT;
                CREATE TRIGGER mine AFTER INSERT ON event BEGIN INSERT INTO log VALUES ('one'); END
                """, "a trigger “mine”"
            ),
            (
                """
                CREATE TABLE log (number INTEGER CHECK (number > 1));
                CREATE TRIGGER mine AFTER INSERT ON event BEGIN INSERT INTO log VALUES (1); END
                """, "a trigger “mine”"
            ),
            (
                "CREATE TRIGGER mine BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'it''s over'); END",
                "a trigger “mine”"
            ),
            (
                "CREATE TRIGGER mine AFTER INSERT ON session BEGIN INSERT INTO erasedSession VALUES ('x', 'y'); END",
                "a trigger “mine”"
            ),
            (
                "ALTER TABLE session ADD COLUMN room TEXT CHECK (room IS NOT NULL OR seat < 2)",
                "a column “room” in its table session"
            ),
        ])
    func rules(sql: String, what: String) throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let votes = try fixture.store.votes()
            try fixture.store.write { try $0.execute(sql: sql) }
            func accept() throws -> AnswerReceipt {
                try fixture.store.accept(
                    Fixture.header(session: 2, seat: 2, participant: "p2"), Fixture.events(session: 2))
            }
            let error = try #require(throws: StudyStoreError.self) { try accept() }
            guard case .inTheWay(_, let found, let remedy?, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == what && error.description.contains("Nothing that was recorded is lost"), "\(error)")
            #expect(try fixture.store.votes() == votes)
            try fixture.store.write { try $0.execute(sql: remedy) }
            let receipt = try accept()
            #expect(receipt.added == Fixture.events().count && receipt.refusal == nil, "\(receipt)")
        }
    }

    @Test("what a rule of dotchi's own forbids stays that, whatever others put beside it")
    func ownRules() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            try fixture.store.write {
                try $0.execute(
                    sql: """
                        CREATE TABLE counted (sessions INTEGER);
                        CREATE TRIGGER harmless AFTER INSERT ON session BEGIN INSERT INTO counted VALUES (1); END;
                        CREATE INDEX quick ON session (language);
                        ALTER TABLE session ADD COLUMN room TEXT
                        """)
            }
            #expect(throws: StudyStoreError.refused("a frozen plan never changes")) {
                try fixture.store.write { try $0.execute(sql: "DELETE FROM seat") }
            }
            let columns = "id, planHash, seat, source, language, startedAt, front"
            let twice = "INSERT INTO session (\(columns)) SELECT \(columns) FROM session"
            let error = try #require(throws: StudyStoreError.self) {
                try fixture.store.write { try $0.execute(sql: twice) }
            }
            guard case .oddRows(_, let what) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(what.contains("session.id"), "\(what)")
        }
    }

    @Test(
        "a store of before pseudonyms with columns of others, of whatever names, is brought up to date with its votes")
    func veryOld() throws {
        try Fixture.withPlan(form: .rows) { fixture in
            for session in 1...3 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "p\(session / 2)"), Fixture.events(session: session))
            }
            let (votes, sessions) = (try fixture.store.votes(people: .identities), try fixture.store.sessions())
            try fixture.store.queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                try age(db)
                try addColumns(db, needed: ["question", "value"])
            }
            let store = try fixture.reopened()
            #expect(try store.votes(people: .identities) == votes && votes.count == 12)
            #expect(try store.sessions().map(\.header) == sessions.map(\.header))
            #expect(try store.unreadableSessions().isEmpty && Set(store.votes().map(\.person)).count == 2)
            try store.check()
        }
    }

    /// Makes the store one of before pseudonyms, erasures and seals, in which events stood by their ids.
    private func age(_ db: Database) throws {
        let events = try #require(Schema.answers.split(separator: ";\n\n").first { $0.contains("TABLE event ") })
        let new = [
            "pseudonym", "seal", "generationSeal", "planHead", "seatText", "erasedSession", "languageText",
            "itemContext", "refusal", "ticket", "boardView",
        ]
        try db.execute(
            sql: """
                CREATE TEMP TABLE kept AS SELECT * FROM event;
                \((new + ["event"]).map { "DROP TABLE \($0);" }.joined())
                DROP TRIGGER sessionPseudonym;
                \(events);
                INSERT INTO event SELECT id, sessionId, milliseconds, kind, trial, choice, responseMilliseconds, render, shownPixels
                    FROM kept;
                DROP TABLE kept;
                CREATE INDEX eventOnSession ON event (sessionId, milliseconds);
                DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) >= 10;
                """)
    }

    @Test("a name that a column made ambiguous is named with its table; a table that is gone is still damage")
    func ambiguous() throws {
        try Fixture.withPlan { fixture in
            let ask = "SELECT person FROM session JOIN pseudonym ON pseudonym.sessionId = session.id"
            func asking() throws -> Int { try fixture.store.read { try Row.fetchAll($0, sql: ask).count } }
            try fixture.store.write { try $0.execute(sql: "ALTER TABLE session ADD COLUMN person TEXT") }
            let error = try #require(throws: StudyStoreError.self) { try asking() }
            guard case .inTheWay(_, "a column “person” in its table session", let sql?, _) = error else {
                Issue.record("\(error)")
                return
            }
            try fixture.store.write { try $0.execute(sql: sql) }
            #expect(try asking() == 0)
            try fixture.store.write { try $0.execute(sql: "DROP TABLE seal") }
            #expect(
                throws: StudyStoreError.damaged(
                    path: fixture.store.file.path,
                    why: "its tables are not those that dotchi made (no such table: seal)")
            ) { try fixture.store.sessions() }
        }
    }
}
