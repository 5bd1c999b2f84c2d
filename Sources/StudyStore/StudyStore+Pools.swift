package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// The current generation of every pool that has one, in the order in which the pools were made.
    package func currentGenerations() throws -> [GenerationRecord] {
        try read { db in
            try Self.generations(
                db,
                where: """
                    generation.number = (SELECT max(number) FROM generation AS other
                        WHERE other.poolId = generation.poolId AND other.publishedAt IS NOT NULL)
                    """)
        }
    }

    /// The published generation of `pool` with the highest number; nil before the first.
    ///
    /// - Throws: ``StudyStoreError``, also where its record gives it other images than it has, or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func currentGeneration(of pool: PoolKey) throws -> GenerationRecord? {
        guard let record = try currentGenerations().first(where: { $0.generation.pool == pool }) else { return nil }
        let (number, count) = (record.generation.number, record.generation.count)
        let last = try read { db in
            try Int.fetchOne(
                db, sql: "SELECT max(\"index\") FROM entry WHERE generationId = ?",
                arguments: [Self.id(of: record.generation, db)])
        }
        // It was published whole.
        guard let last, last == count - 1 else {
            throw StudyStoreError.damaged(
                path: file.path,
                why:
                    "generation \(number) of pool \(pool.name) should have \(count.counted("image")), but its last one is "
                    + (last.map { "number \($0), counted from 0" } ?? "missing"))
        }
        try compare(record.generation)
        return record
    }

    /// The published generations of `pool`, by number.
    package func generations(of pool: PoolKey) throws -> [GenerationRecord] {
        try read { db in
            try Self.generations(
                db, where: "pool.method = ? AND pool.condition = ?", arguments: [pool.method, pool.condition])
        }
    }

    /// The published generations whose rows cannot be read.
    package func unreadableGenerations() throws -> [StudyStoreError] {
        try read { try Self.generations($0, where: "TRUE").compactMap(\.fault) }
    }

    /// The images of a published generation, by index, without their bytes.
    ///
    /// - Throws: ``StudyStoreError``, also where there is no such generation, or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func entries(of generation: PoolGeneration) throws -> [EntryRecord] {
        try read { db in
            let id = try Self.id(of: generation, db)
            try compare(id, db)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT entry."index", entry.latent, entry.seed, entry.stem, blob.sha256, blob.width, blob.height
                    FROM entry JOIN blob ON blob.sha256 = entry.blob
                    WHERE entry.generationId = ? ORDER BY entry."index"
                    """, arguments: [id]
            ).map { row in
                let stem: String? = row["stem"]
                return EntryRecord(
                    index: row["index"],
                    origin: stem.map { .file(stem: $0) }
                        ?? .latent(number: row["latent"], seed: Stored.seed(row["seed"])),
                    sha256: row["sha256"], width: row["width"], height: row["height"])
            }
        }
    }

    /// The PNG of a published image, which is byte for byte the one that was recorded, of a generation that is what was
    /// published.
    ///
    /// - Throws: ``StudyStoreError``, also where there is no such image, ``StudyStoreError/damagedImage(path:entry:)`` or
    ///   ``StudyStoreError/damagedGeneration(path:name:why:)``.
    package func image(_ entry: PoolEntry) throws -> Data {
        let image = try read { db -> StoredImage? in
            let id = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT generation.id FROM pool JOIN generation ON generation.poolId = pool.id
                        WHERE pool.method = ? AND pool.condition = ? AND generation.number = ?
                            AND generation.publishedAt IS NOT NULL
                        """),
                arguments: [entry.pool.method, entry.pool.condition, entry.generation])
            guard let id else { return nil }
            try compare(id, db)
            return try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT blob.sha256, blob.width, blob.height, blob.bytes
                        FROM entry JOIN blob ON blob.sha256 = entry.blob
                        WHERE entry.generationId = ? AND entry."index" = ?
                        """),
                arguments: [id, entry.index]
            ).map {
                StoredImage(sha256: $0["sha256"], width: $0["width"], height: $0["height"], png: $0["bytes"])
            }
        }
        guard let image else { throw StudyStoreError.notFound("there is no image \(entry.name)") }
        guard image.isWhole else { throw StudyStoreError.damagedImage(path: file.path, entry: entry.name) }
        return image.png
    }

    /// The key of a published generation.
    static func id(of generation: PoolGeneration, _ db: Database) throws -> Int64 {
        let id = try Int64.fetchOne(
            db,
            sql: """
                SELECT generation.id FROM generation JOIN pool ON pool.id = generation.poolId
                WHERE pool.method = ? AND pool.condition = ? AND generation.number = ? AND generation.images = ?
                    AND generation.publishedAt IS NOT NULL
                """,
            arguments: [generation.pool.method, generation.pool.condition, generation.number, generation.count])
        guard let id else {
            throw StudyStoreError.notFound(
                "pool \(generation.pool.name) has no published generation \(generation.number) of \(generation.count) "
                    + "images")
        }
        return id
    }

    /// The published generations that `condition` chooses; epochs and hours are those of their checkpoints. What of one
    /// cannot be read stands in its record, and stops no other.
    static func generations(
        _ db: Database, where condition: String, arguments: StatementArguments = [],
        order: String = "generation.poolId, generation.number"
    ) throws -> [GenerationRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT generation.number, generation.images, generation.recipe, generation.publishedAt,
                    pool.method, pool.condition,
                    (SELECT json_group_array(epoch) FROM (
                        SELECT checkpoint.epoch FROM generationCheckpoint AS source
                            JOIN checkpoint ON checkpoint.id = source.checkpointId
                        WHERE source.generationId = generation.id ORDER BY source.position)) AS epochs,
                    (SELECT sum(checkpoint.seconds) FROM generationCheckpoint AS source
                            JOIN checkpoint ON checkpoint.id = source.checkpointId
                        WHERE source.generationId = generation.id) AS trainingSeconds
                FROM generation JOIN pool ON pool.id = generation.poolId
                WHERE generation.publishedAt IS NOT NULL AND \(condition) ORDER BY \(order)
                """, arguments: arguments
        ).map { row in
            let pool = PoolKey(method: row["method"], condition: row["condition"])
            let number: Int = row["number"]
            var record = GenerationRecord(
                generation: PoolGeneration(pool: pool, number: number, count: row["images"]), recipe: nil,
                publishedAt: .distantPast, epochs: [], trainingSeconds: row["trainingSeconds"])
            let (recipe, publishedAt, epochs): (String?, String, String) =
                (row["recipe"], row["publishedAt"], row["epochs"])
            do {
                let of = "of generation \(number) of pool \(pool.name)"
                record.publishedAt = try Stored.time(publishedAt, of: "the time \(of)")
                record.epochs = try Stored.value(of: epochs, what: "the list of epochs \(of)")
                record.recipe = try recipe.map { try Stored.value(of: $0, what: "the recipe \(of)") }
            } catch let fault as StudyStoreError {
                record.fault = fault
            }
            return record
        }
    }
}
