import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("generations that are not what was published")
struct GenerationSealTests {
    private let swap = """
        CREATE TEMP TABLE was AS SELECT "index" AS place, generationId AS key, blob FROM entry WHERE generationId IN (1, 2);
        UPDATE entry SET blob = (SELECT blob FROM was WHERE place = entry."index" AND key = 3 - entry.generationId)
            WHERE generationId IN (1, 2);
        DROP TABLE was;
        """

    /// Lets a connection change what it likes, and looks what is found damaged then; nothing of it stays.
    private func damaged(by sql: String, _ store: StudyStore) throws -> [String] {
        var found: [String] = []
        try store.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF") }
            try db.inTransaction {
                try Self.dropTriggers(db)
                try db.execute(sql: sql)
                found = try StudyStore.damagedGenerations(db).map(\.name)
                return .rollback
            }
        }
        return found
    }

    private static func dropTriggers(_ db: Database) throws {
        for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            try db.execute(sql: "DROP TRIGGER \(name)")
        }
    }

    /// Makes the file say what its own rules forbid.
    private func force(_ sql: String, _ store: StudyStore) throws {
        try store.queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try Self.dropTriggers(db)
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
    }

    @Test("whatever another program changes of a published generation is seen, and the generation is named")
    func changes() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            let (a, b) = ("generation 1 of pool A/equal-iterations", "generation 1 of pool B/equal-iterations")
            #expect(try store.damagedGenerations() == [] && store.generationCount() == 4)
            #expect(try damaged(by: swap, store) == [a, b])
            for change in [
                // Two entries that exchange their places, and their images.
                #"UPDATE entry SET "index" = 9 WHERE generationId = 1 AND "index" = 0"#,
                """
                UPDATE entry SET blob = (SELECT blob FROM entry WHERE generationId = 1 AND "index" = 1)
                    WHERE generationId = 1 AND "index" = 0
                """,
                #"UPDATE entry SET seed = seed + 1 WHERE generationId = 1 AND "index" = 2"#,
                #"UPDATE entry SET latent = 77 WHERE generationId = 1 AND "index" = 2"#,
                "UPDATE entry SET latent = NULL, seed = NULL, stem = 'x' WHERE generationId = 1 AND latent = 0",
                "DELETE FROM entry WHERE generationId = 1 AND latent = 3",
                "UPDATE generation SET seed = 6 WHERE id = 1", "UPDATE generation SET number = 2 WHERE id = 1",
                "UPDATE generation SET recipe = replace(recipe, '5', '6') WHERE id = 1",
                "UPDATE generation SET publishedAt = NULL WHERE id = 1",
                "UPDATE generation SET publishedAt = '2026-01-01T00:00:00.000Z' WHERE id = 1",
                "DELETE FROM generationCheckpoint WHERE generationId = 1",
                "UPDATE generationCheckpoint SET checkpointId = 1 WHERE generationId = 1",
                "DELETE FROM generationSeal WHERE generationId = 1",
                "UPDATE generationSeal SET rows = rows + 1 WHERE generationId = 1",
                "DELETE FROM generation WHERE id = 1",
            ] {
                let found = try damaged(by: change, store)
                #expect(found.count == 1, "\(change): \(found)")
                #expect(
                    found.first?.hasSuffix("of pool A/equal-iterations") == true
                        || found == ["the generation with key 1"], "\(change): \(found)")
            }
            for change in [
                "UPDATE blob SET width = 129 WHERE sha256 = (SELECT blob FROM entry WHERE generationId = 1 AND latent = 0)",
                "UPDATE checkpoint SET seconds = seconds * 3 WHERE id = (SELECT checkpointId FROM generationCheckpoint WHERE generationId = 1)",
                "UPDATE checkpoint SET epoch = 99 WHERE id = (SELECT checkpointId FROM generationCheckpoint WHERE generationId = 1)",
                "UPDATE pool SET method = 'X' WHERE id = 1",
            ] {
                let found = try damaged(by: change, store)
                #expect(!found.isEmpty, "\(change)")
            }
            #expect(try store.damagedGenerations() == [])
        }
    }

    @Test("of a damaged generation no image is handed out, none is planned with, and none without a pool is removed")
    func refused() throws {
        try Fixture.withPlan { fixture in
            let generation = try #require(try fixture.store.currentGenerations().first).generation
            #expect(generation.pool.method == "A")
            let entry = PoolEntry(pool: generation.pool, generation: 1, index: 0)
            let image = try fixture.store.image(entry)
            // The image of an entry that now has another one's.
            try force(
                """
                UPDATE entry SET blob = (SELECT blob FROM entry WHERE generationId = 1 AND "index" = 1)
                    WHERE generationId = 1 AND "index" = 0
                """, fixture.store)
            let store = try fixture.reopened()
            for body: () throws -> Void in [
                { _ = try store.image(entry) }, { _ = try store.entries(of: generation) },
                { _ = try store.currentGeneration(of: generation.pool) }, { try store.compare(generation) },
            ] {
                let error = #expect(throws: StudyStoreError.self) { try body() }
                guard case .damagedGeneration(_, "generation 1 of pool A/equal-iterations", _)? = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(error?.description.contains("Put a copy of the file back") == true)
            }
            let other = PoolKey(method: "B", condition: "equal-iterations")
            #expect(try store.currentGeneration(of: other) != nil)
            // The image that it had is no leftover.
            #expect(try store.unusedImages().count == 0)
            #expect(try store.removeUnusedImages() == 0)
            let draft = try store.beginImport(of: PoolKey(method: "new", condition: "c"), images: 1)
            try store.discard([draft])
            let kept = try store.read {
                try Data.fetchOne($0, sql: "SELECT bytes FROM blob WHERE bytes = ?", arguments: [image])
            }
            #expect(kept == image)
        }
    }

    @Test("a published generation whose row says that it was not published is no leftover")
    func unpublished() throws {
        try Fixture.withPlan { fixture in
            let store = fixture.store
            let pool = PoolKey(method: "A", condition: "equal-iterations")
            try force("UPDATE generation SET publishedAt = NULL WHERE id = 1", store)
            #expect(try store.unpublishedGenerations() == [])
            try store.removeUnpublished(of: [pool])
            #expect(throws: StudyStoreError.self) { try store.beginImport(of: pool, images: 1) }
            #expect(try store.damagedGenerations().map(\.name) == ["generation 1 of pool A/equal-iterations"])
            let entries = try store.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM entry WHERE generationId = 1")
            }
            #expect(entries == 4)
        }
    }

    @Test(
        "a store of before seals is sealed as it is when it is brought up to date, with the seals that publishing gives"
    )
    func migration() throws {
        try Fixture.withPlan { fixture in
            func seals(_ store: StudyStore) throws -> [Row] {
                try store.read { try Row.fetchAll($0, sql: "SELECT * FROM generationSeal ORDER BY generationId") }
            }
            let before = try seals(fixture.store)
            #expect(before.count == 4)
            try fixture.store.write { db in
                try db.execute(
                    sql: """
                        DROP TABLE generationSeal;
                        DELETE FROM grdb_migrations WHERE identifier = '13 generation seals'
                        """)
            }
            let store = try fixture.reopened()
            #expect(try seals(store) == before)
            #expect(try store.damagedGenerations() == [])
        }
    }

    @Test("a generation of 3,000 images is compared once by an open store, not with every image")
    func once() throws {
        try Fixture.withStore { fixture in
            let pool = PoolKey(method: "M", condition: "c")
            let draft = try fixture.store.beginImport(of: pool, images: 3000)
            try fixture.store.add((0..<3000).map { Fixture.image($0, "\($0)", stem: "image \($0)") }, to: draft)
            let generation = try fixture.store.publish([draft])[0]
            let store = try fixture.reopened(readOnly: true)
            var statements = 0
            store.queue.inDatabase { db in
                db.trace { event in if "\(event)".contains("'entry'") { statements += 1 } }
            }
            for index in 0..<20 {
                _ = try store.image(PoolEntry(pool: pool, generation: 1, index: index))
            }
            #expect(try store.entries(of: generation).count == 3000)
            store.queue.inDatabase { $0.trace(options: []) }
            #expect(statements == 1)
            let start = ContinuousClock.now
            #expect(try store.damagedGenerations() == [])
            print("3,000 images are compared in \(ContinuousClock.now - start)")
        }
    }
}
