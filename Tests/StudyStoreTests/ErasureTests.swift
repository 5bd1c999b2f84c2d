import Answers
import Foundation
import GRDB
import TestKit
import Testing
import Votes

@testable import StudyStore

@Suite("erasures")
struct ErasureTests {
    @Test("an erased person is gone from the file and its log, and nobody else's answers change")
    func erase() throws {
        try Fixture.withPlan { fixture in
            let name = "participant-to-be-forgotten"
            for session in 1...2 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: name), Fixture.events(session: session),
                    importedFrom: "\(name).jsonl")
            }
            _ = try fixture.store.accept(
                Fixture.header(session: 3, seat: 2, participant: "p3"), Fixture.events(session: 3))
            _ = try fixture.store.accept(Fixture.header(session: 4, participant: nil), Fixture.events(session: 4))
            let others = try fixture.store.votes(people: .identities).filter { $0.participant != name }
            let ids = [name, Fixture.uuid(1, series: 1), Fixture.uuid(2, series: 1)]
            func found() throws -> [String] {
                let files = try FileManager.default.contentsOfDirectory(
                    at: fixture.folder, includingPropertiesForKeys: nil)
                let bytes = try files.map { try Data(contentsOf: $0) }
                return ids.filter { id in bytes.contains { $0.range(of: Data(id.utf8)) != nil } }
            }
            #expect(try found() == ids)
            #expect(
                try fixture.store.erase(sessions: [Fixture.uuid(1, series: 1), Fixture.uuid(2, series: 1)])
                    == ErasedAnswers(sessions: 2, events: 20, votes: 8))
            try fixture.store.truncateLog()
            #expect(try found() == [])
            #expect(try fixture.store.votes(people: .identities) == others)
            // Ids are the same in upper case.
            #expect(
                try fixture.store.erase(sessions: [Fixture.uuid(4, series: 1).uppercased()])
                    == ErasedAnswers(sessions: 1, events: 10, votes: 4))
            #expect(try fixture.store.sessions().map(\.person) == ["p3"])
        }
    }

    @Test("of 120 people erased one by one from among 1,000 no piece of an id is left in any file of the store")
    func crowd() throws {
        try Fixture.withPlan { fixture in
            let crowd = Crowd(1000, events: 6, seed: 1)
            try crowd.arrive(in: fixture.store.queue)
            try fixture.store.truncateLog()
            let size = try size(of: fixture.store.file)
            let gone = stride(from: 3, to: 1000, by: 8).prefix(120).map { crowd.people[$0] }
            for (place, person) in gone.enumerated() {
                #expect(
                    try fixture.store.erase(sessions: [person.session])
                        == ErasedAnswers(sessions: 1, events: 6, votes: 6))
                try fixture.store.truncateLog()
                guard [0, 1, 40].contains(place) else { continue }
                let search = PieceSearch(gone[...place].flatMap(\.texts))
                #expect(try search.count(inFilesOf: fixture.folder) == 0, "after \(place + 1) people")
            }
            #expect(try PieceSearch(gone.flatMap(\.texts)).count(inFilesOf: fixture.folder) == 0)
            let left = Set(crowd.people.map(\.session)).subtracting(gone.map(\.session))
            try fixture.store.read { db in
                #expect(try Set(String.fetchAll(db, sql: "SELECT id FROM session")) == left)
                #expect(try Set(String.fetchAll(db, sql: "SELECT DISTINCT sessionId FROM event")) == left)
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM event") == 5280)
                #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
                try db.checkForeignKeys()
            }
            // The pages that fell free were used again.
            #expect(try self.size(of: fixture.store.file) <= size + 64 * 4096)
            // What is looked for is found where it is.
            #expect(try PieceSearch([crowd.people[0].session]).count(inFilesOf: fixture.folder) > 0)
        }
    }

    @Test("a store of before erasures were complete is freed of what they left when it is opened")
    func earlierErasures() throws {
        try Fixture.withPlan { fixture in
            let folder = fixture.folder.appending(path: "old")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "study.sqlite")
            let crowd = Crowd(300, events: 80, seed: 2)
            let gone = stride(from: 0, to: 300, by: 5).map { crowd.people[$0] }
            do {
                // As the version before wrote it.
                let queue = try Self.oldStore(at: file, from: fixture)
                try crowd.arrive(in: queue)
                try queue.write { db in
                    for person in gone {
                        try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [person.session])
                    }
                }
            }
            #expect(
                try PieceSearch(gone.flatMap(\.texts)).count(inFilesOf: folder) > 0,
                "deleting leaves nothing with this SQLite, so that the rest shows nothing")
            do {
                let store = try StudyStore(at: file)
                try store.truncateLog()
                #expect(try PieceSearch(gone.flatMap(\.texts)).count(inFilesOf: folder) == 0)
                let names = try store.read {
                    try String.fetchAll($0, sql: "SELECT person FROM pseudonym WHERE session IS NOT NULL")
                }
                #expect(names.count == 240 && Set(names).count == 240)
            }
        }
    }

    /// A copy of a store as the version before erasures and pseudonyms left it.
    static func oldStore(at file: URL, from fixture: Fixture) throws -> DatabaseQueue {
        try fixture.store.truncateLog()
        try FileManager.default.copyItem(at: fixture.store.file, to: file)
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER sessionPseudonym;
                    DROP TABLE pseudonym;
                    DROP TABLE erasedSession;
                    DROP TABLE seal;
                    DELETE FROM grdb_migrations WHERE identifier IN ('10 erasures', '11 pseudonyms', '12 seals');
                    """)
        }
        return queue
    }

    @Test("tables, indices, triggers and references are after an erasure what they were, and other connections go on")
    func rulesStay() throws {
        try Fixture.withPlan { fixture in
            for session in 1...2 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "p\(session)"), Fixture.events(session: session))
            }
            let other = try fixture.reopened()
            #expect(try other.votes().count == 8)
            func schema() throws -> Set<String> {
                try fixture.store.read {
                    Set(try String.fetchAll($0, sql: "SELECT type || name || ifnull(sql, '') FROM sqlite_schema"))
                }
            }
            let before = try schema()
            _ = try fixture.store.erase(sessions: [Fixture.uuid(1, series: 1)])
            #expect(try schema() == before)
            for sql in [
                "UPDATE session SET seat = 2", "UPDATE event SET choice = 'right'", "DELETE FROM erasedSession",
            ] {
                #expect(throws: StudyStoreError.self) { try fixture.store.write { try $0.execute(sql: sql) } }
            }
            #expect(try other.votes().count == 4)
            #expect(try other.accept(Fixture.header(session: 3), Fixture.events(session: 3)).added == 10)
            #expect(try fixture.store.votes().count == 8)
            try fixture.store.write { try $0.execute(sql: "DELETE FROM session") }
            let rest = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") }
            #expect(rest == 0)
        }
    }

    @Test("every table that refers to sessions is written again, after those that it refers to")
    func tables() throws {
        try Fixture.withPlan { fixture in
            let tables = try fixture.store.write { db in
                try db.execute(
                    sql: """
                        CREATE TABLE later (event TEXT REFERENCES event (id) ON DELETE CASCADE, note TEXT);
                        CREATE TABLE apart (note TEXT);
                        """)
                return try AnswerTables(db).names
            }
            #expect(tables.first == "session" && !tables.contains("apart") && !tables.contains("plan"))
            #expect(Set(tables).isSuperset(of: ["session", "event", "pseudonym", "later"]))
            let (event, later) = (tables.firstIndex(of: "event"), tables.firstIndex(of: "later"))
            #expect(event != nil && later != nil && event! < later!)
            #expect(throws: StudyStoreError.self) {
                try fixture.store.write { db in
                    try db.execute(
                        sql: """
                            CREATE TABLE one (event TEXT REFERENCES event (id), other TEXT REFERENCES two);
                            CREATE TABLE two (id TEXT PRIMARY KEY, other TEXT REFERENCES one);
                            """)
                    return try AnswerTables(db).names
                }
            }
        }
    }

    @Test(
        "answers of an erased session are refused for good, whole, in part or without events; the person may come again"
    )
    func tombstones() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            // A session that never got beyond its consent, and one that the store never had.
            let consent = Array(Fixture.events(session: 2).prefix(1))
            _ = try fixture.store.accept(Fixture.header(session: 2), consent)
            let sessions = (1...3).map { Fixture.uuid($0, series: 1) }
            #expect(
                try fixture.store.erase(sessions: Set(sessions), at: Fixture.time)
                    == ErasedAnswers(sessions: 2, events: 11, votes: 4))
            for session in 1...3 {
                for events in [Fixture.events(session: session), []] {
                    let receipt = try fixture.store.accept(Fixture.header(session: session), events)
                    #expect(receipt.refusal?.contains("was erased on request") == true && receipt.added == 0)
                }
                #expect(try fixture.store.erasure(ofSession: sessions[session - 1].uppercased()) == Fixture.time)
            }
            #expect(try fixture.store.sessions().isEmpty)
            #expect(try fixture.store.erasure(ofSession: Fixture.uuid(4, series: 1)) == nil)
            #expect(try fixture.store.accept(Fixture.header(session: 4), Fixture.events(session: 4)).added == 10)
            // A second erasure of the same session keeps the time of the first.
            _ = try fixture.store.erase(sessions: [sessions[0]])
            #expect(try fixture.store.erasure(ofSession: sessions[0]) == Fixture.time)
        }
    }

    @Test("an erasure that cannot be written changes nothing")
    func locked() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            let store = try fixture.reopened(patience: 0.1)
            let session = Fixture.uuid(1, series: 1)
            try fixture.whileLocked {
                #expect(throws: StudyStoreError.locked(path: store.file.path)) { try store.erase(sessions: [session]) }
            }
            #expect(try store.votes().count == 4)
            #expect(try store.erasure(ofSession: session) == nil)
        }
    }

    @Test("while another process reads, the log keeps what was erased, which is said; afterwards it is emptied")
    func reading() throws {
        try Fixture.withPlan { fixture in
            let name = "participant-to-be-forgotten"
            _ = try fixture.store.accept(Fixture.header(participant: name), Fixture.events())
            let store = try fixture.reopened(patience: 0.1)
            let reader = try fixture.reopened(readOnly: true)
            func isOnDisk() throws -> Bool {
                try PieceSearch([name]).count(inFilesOf: fixture.folder) > 0
            }
            try reader.read { db in
                _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
                #expect(try store.erase(sessions: [Fixture.uuid(1, series: 1)]).sessions == 1)
                #expect(throws: StudyStoreError.locked(path: store.file.path)) { try store.truncateLog() }
                #expect(try isOnDisk())
            }
            try store.truncateLog()
            #expect(try !isOnDisk())
        }
    }

    @Test("a session whose rows break today's rules is erased like any other, and does not keep others from being")
    func unreadable() throws {
        try Fixture.withPlan { fixture in
            for session in 1...3 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "p\(session)"), Fixture.events(session: session))
            }
            try fixture.store.queue.inDatabase { db in
                try db.execute(
                    sql: """
                        PRAGMA ignore_check_constraints = ON;
                        DROP TRIGGER sessionUpdate;
                        UPDATE session SET startedAt = 'never' WHERE id <> '\(Fixture.uuid(1, series: 1))';
                        PRAGMA ignore_check_constraints = OFF;
                        """)
            }
            #expect(try fixture.store.sessionIdentities().map(\.startedAt).suffix(2) == ["never", "never"])
            for session in 1...2 {
                #expect(try fixture.store.erase(sessions: [Fixture.uuid(session, series: 1)]).events == 10)
            }
            #expect(try fixture.store.sessionIdentities().map(\.session) == [Fixture.uuid(3, series: 1)])
            // The rules hold for what comes in.
            #expect(throws: StudyStoreError.self) {
                try fixture.store.write {
                    try $0.execute(
                        sql:
                            "INSERT INTO event SELECT ?, id, -1, 'blur', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM session",
                        arguments: [Fixture.uuid(7)])
                }
            }
        }
    }

    @Test("rows that refer to nothing, in a store that was damaged, keep nobody from being erased")
    func danglingRows() throws {
        try Fixture.withPlan { fixture in
            for session in 1...2 {
                _ = try fixture.store.accept(
                    Fixture.header(session: session, participant: "p\(session)"), Fixture.events(session: session))
            }
            let lost = Fixture.uuid(9, series: 1)
            try fixture.store.queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF;
                        DROP TRIGGER eventTrial;
                        INSERT INTO event (id, sessionId, milliseconds, kind) VALUES ('\(Fixture.uuid(8))', '\(lost)', 1, 'blur');
                        INSERT INTO arrival VALUES ('\(lost)', '2026-01-01T00:00:00.000Z');
                        CREATE TABLE later (event TEXT REFERENCES event (id), note TEXT);
                        INSERT INTO later SELECT id, 'of an event' FROM event WHERE kind = 'finish';
                        INSERT INTO later VALUES ('none', 'of no event');
                        PRAGMA foreign_keys = ON;
                        """)
            }
            #expect(
                try fixture.store.erase(sessions: [Fixture.uuid(1, series: 1)])
                    == ErasedAnswers(sessions: 1, events: 10, votes: 4))
            #expect(try fixture.store.sessionIdentities().map(\.session) == [Fixture.uuid(2, series: 1)])
            func count(_ table: String) throws -> Int? {
                try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
            }
            #expect(try count("event") == 11)
            #expect(try count("arrival") == 2)
            #expect(try count("pseudonym") == 1)
            #expect(try count("later") == 2)
            // What is left of a session that is not there goes by its id; other references are looked at as before.
            #expect(
                try fixture.store.erase(sessions: [lost]) == ErasedAnswers(sessions: 0, events: 1, votes: 0))
            #expect(try count("event") == 10)
            #expect(try count("arrival") == 1)
            #expect(throws: StudyStoreError.self) {
                try fixture.store.write {
                    try $0.execute(sql: "INSERT INTO arrival VALUES (?, '2026-01-01T00:00:00.000Z')", arguments: [lost])
                }
            }
        }
    }

    private func size(of file: URL) throws -> Int {
        try #require(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize)
    }
}
