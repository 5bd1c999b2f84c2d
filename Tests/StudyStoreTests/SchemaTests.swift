import Foundation
import GRDB
import Study
import TestKit
import Testing

@testable import StudyStore

@Suite("the schema of study.sqlite")
struct SchemaTests {
    @Test("the schema is the recorded one: a released table changes by a new migration only")
    func golden() throws {
        try Fixture.withStore { fixture in
            let dump = try fixture.store.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT sql FROM sqlite_schema
                        WHERE sql IS NOT NULL AND name NOT LIKE 'grdb\\_%' ESCAPE '\\' ORDER BY rowid
                        """)
            }
            try expectGolden(dump.map { $0 + ";\n\n" }.joined(), "schema.sql")
        }
    }

    @Test("every table is strict: a column holds what its type says")
    func strict() throws {
        try Fixture.withStore { fixture in
            let loose = try fixture.store.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
                            AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations'
                        """)
            }
            #expect(loose.isEmpty)
        }
    }

    @Test("the file is in WAL mode, keeps foreign keys, overwrites what is deleted, and syncs each commit")
    func settings() throws {
        try Fixture.withStore { fixture in
            let pragmas = ["journal_mode", "foreign_keys", "secure_delete", "synchronous", "application_id"]
            let values = try pragmas.map { name in
                try fixture.store.queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
            }
            #expect(values == ["wal", "1", "1", "2", "\(Schema.applicationID)"])
            #expect(FileManager.default.fileExists(atPath: fixture.store.file.path + "-wal"))
        }
    }

    @Test(
        "rows that break a rule are refused by the file itself",
        arguments: [
            "INSERT INTO photograph VALUES (99, 0, 'a.jpg', '\(Fixture.hash("a"))', 0)",
            "INSERT INTO photograph VALUES (1, 99, 'a.jpg', 'ABC', 0)",
            "INSERT INTO photograph VALUES (1, 99, 'a.jpg', '\(Fixture.hash("a"))', 2)",
            "INSERT INTO dataset VALUES (9, 'x', NULL, 1, '\(Fixture.hash("lfw"))', '2025-01-01T00:00:00Z', 99)",
            "INSERT INTO dataset VALUES (9, 'x', NULL, 1, '\(Fixture.hash("x"))', 'yesterday', 99)",
            "INSERT INTO dataset VALUES (9, 'x', 'large', 1, '\(Fixture.hash("x"))', '2025-01-01T00:00:00Z', 99)",
            "INSERT INTO epoch VALUES (1, 99, NULL, 1, 0, NULL)",
            "INSERT INTO epoch VALUES (1, 99, -1, 1, 0, NULL)",
            "INSERT INTO epoch VALUES (1, 99, 9e999, 1, 0, NULL)",
            "INSERT INTO epoch VALUES (99, 1, 1, 1, 0, NULL)",
            "INSERT INTO epoch VALUES (1, 99, 1, 1, 0, 0)",
            "INSERT INTO stageTime VALUES (1, 99, 1, 1)",
            "INSERT INTO stageTime VALUES (1, 1, 0, 1)",
            "INSERT INTO stageTime VALUES (1, 1, 1, -1)",
            "INSERT INTO loss VALUES (1, 1, 'other', 9e999)",
            "INSERT INTO loss VALUES (1, 99, 'other', 1)",
            "UPDATE run SET kind = 'vae'",
            "UPDATE run SET settings = 'not json'",
            "UPDATE run SET datasetId = NULL",
            "UPDATE checkpoint SET seconds = 1",
            "DELETE FROM checkpoint",
            "DELETE FROM dataset",
            "DELETE FROM blob",
            "UPDATE blob SET bytes = x'00'",
            "UPDATE pool SET method = 'C'",
            "DELETE FROM pool",
            "UPDATE generation SET publishedAt = NULL",
            "UPDATE generation SET images = 3",
            "DELETE FROM generation",
            "INSERT INTO generation VALUES (9, 1, 9, 1, 1, '{}', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z')",
            "INSERT INTO generation VALUES (9, 1, 9, 1, 1, NULL, '2025-01-01T00:00:00Z', NULL)",
            "INSERT INTO draft VALUES (99, '\(UUID().uuidString)')",
            "INSERT INTO draft VALUES (1, '')",
            "DELETE FROM generationCheckpoint",
            "UPDATE generationCheckpoint SET checkpointId = 1",
            "INSERT INTO generationCheckpoint VALUES (1, 7, 1)",
            "UPDATE entry SET blob = (SELECT max(sha256) FROM blob)",
            "UPDATE entry SET latent = 7",
            "DELETE FROM entry",
            "INSERT INTO entry SELECT generationId, 4, 4, 1, NULL, blob FROM entry LIMIT 1",
            "UPDATE plan SET survey = '{}'",
            "UPDATE plan SET frozenAt = NULL",
            "UPDATE plan SET seed = 4",
            "DELETE FROM plan",
            "UPDATE planGeneration SET position = position + 10",
            "DELETE FROM planGeneration",
            "INSERT INTO planGeneration SELECT planHash, 9, generationId FROM planGeneration",
            "INSERT INTO seat VALUES ('\(Fixture.planHash)', 3)",
            "DELETE FROM seat",
            "UPDATE trial SET leftIndex = 0",
            "DELETE FROM trial",
            "INSERT INTO trial SELECT planHash, seat, 9, kind, condition, 1, 0, 2, 0, NULL FROM trial LIMIT 1",
            "INSERT INTO trial SELECT planHash, 1, 9, 'main', 'c', 1, 0, 2, 0, NULL FROM seatText LIMIT 1",
            "UPDATE planHead SET text = '{}'",
            "DELETE FROM planHead",
            "UPDATE seatText SET items = 9",
            "UPDATE seatText SET text = '{}'",
            "DELETE FROM seatText",
            "INSERT INTO seatText SELECT planHash, 3, items, sha256, text FROM seatText LIMIT 1",
            "UPDATE analysisPlan SET hash = '\(Fixture.hash("b"))'",
            "DELETE FROM analysisPlan",
            "INSERT INTO analysisPlan SELECT planHash, 3, hash, settings, votes, frozenAt FROM analysisPlan",
            "INSERT INTO analysisPlan SELECT '\(Fixture.hash("b"))', 1, hash, settings, 0, frozenAt FROM analysisPlan",
            "UPDATE session SET seat = 2",
            "UPDATE event SET choice = 'right'",
            "INSERT INTO event VALUES ('\(Fixture.uuid(1))', '\(Fixture.uuid(9))', 0, 'finish', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, 0, 'vote', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM session",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, 0, 'vote', NULL, 'left', NULL, NULL, NULL, NULL, NULL, NULL FROM session",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, 0, 'shown', 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM session",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, -1, 'focus', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM session",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, 0, 'vote', 1, 'left', NULL, NULL, NULL, NULL, NULL, -4 FROM session",
            "INSERT INTO event SELECT '\(Fixture.uuid(1))', id, 0, 'shown', 1, NULL, NULL, NULL, NULL, NULL, NULL, 1 FROM session",
            "INSERT INTO event SELECT 'no uuid', id, 0, 'focus', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM session",
        ])
    func refused(sql: String) throws {
        let isOfRows = sql.contains(/(UPDATE|FROM) trial\b/)
        try Fixture.withPlan(form: isOfRows ? .rows : .texts) { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            try fixture.store.freezeAnalysis(.init(), hash: Fixture.hash("a"), ofPlan: Fixture.planHash)
            let error = #expect(throws: StudyStoreError.self, "\(sql)") {
                try fixture.store.write { try $0.execute(sql: sql) }
            }
            // By a rule in words of our own, or one of SQLite's, whose words nobody is shown.
            switch error {
            case .refused(let why): #expect(!why.contains("constraint failed"), "\(sql): \(why)")
            case .oddRows: break
            default: Issue.record("\(sql): \(String(describing: error))")
            }
        }
    }

    @Test("the references of a whole study hold")
    func references() throws {
        try Fixture.withPlan { fixture in
            _ = try fixture.store.accept(Fixture.header(), Fixture.events())
            try fixture.store.read { db in
                try db.checkForeignKeys()
                #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            }
        }
    }
}
