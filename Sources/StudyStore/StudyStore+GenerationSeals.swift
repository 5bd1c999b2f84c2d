import Foundation
import GRDB
package import Study

/// Whether published generations are what was published.
extension StudyStore {
    /// Throws where a published generation is not what was published.
    ///
    /// - Throws: ``StudyStoreError/damagedGeneration(path:name:why:)``; ``StudyStoreError/notFound(_:)`` where there is none.
    package func compare(_ generation: PoolGeneration) throws {
        try read { db in try compare(Self.id(of: generation, db), db) }
    }

    /// The same of the generation with a key; each is compared once as long as the store is open.
    func compare(_ id: Int64, _ db: Database) throws {
        try sealedGenerations.once(id) {
            guard let why = try Self.fault(ofGeneration: id, db) else { return }
            throw StudyStoreError.damagedGeneration(
                path: file.path, name: try Self.name(ofGeneration: id, db), why: why)
        }
    }

    /// The generations that are not what was published, by their keys; reads all entries.
    package func damagedGenerations() throws -> [DamagedGeneration] {
        try read { try Self.damagedGenerations($0) }
    }

    /// How many generations are published.
    package func generationCount() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM generation WHERE publishedAt IS NOT NULL") ?? 0 }
    }

    static func damagedGenerations(_ db: Database) throws -> [DamagedGeneration] {
        let keys = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM generation WHERE publishedAt IS NOT NULL
                UNION SELECT generationId FROM generationSeal ORDER BY 1
                """)
        return try keys.compactMap { id in
            try fault(ofGeneration: id, db).map { DamagedGeneration(name: try name(ofGeneration: id, db), why: $0) }
        }
    }

    /// Seals a generation as it is.
    static func seal(generation id: Int64, _ db: Database) throws {
        // The key of one that is gone is given again.
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO generationSeal (generationId, rows) VALUES (?, ?)").execute(
            arguments: [id, try sealRows(ofGeneration: id, db).stored])
    }

    /// The SQL that holds for a generation that was never published. One that has a seal was, whatever its row says now.
    static let neverPublished = "publishedAt IS NULL AND id NOT IN (SELECT generationId FROM generationSeal)"

    /// What is wrong with a generation; nil where it is what was published.
    private static func fault(ofGeneration id: Int64, _ db: Database) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT rows FROM generationSeal WHERE generationId = ?")
        guard let seal = try Int64.fetchOne(statement, arguments: [id]) else {
            return "it has no checksum, so another program than dotchi put it there"
        }
        return try sealRows(ofGeneration: id, db).stored == seal
            ? nil : "its rows are not those that were published (their checksum differs)"
    }

    /// The seal of all that says what a generation is: its own row, its checkpoints with their epochs and training times,
    /// its entries, each with what it was made from and the SHA-256 and size of its image, and what goes with their items. A
    /// generation without that has the seal that it had before there was any.
    private static func sealRows(ofGeneration id: Int64, _ db: Database) throws -> Seal {
        var seal = Seal()
        // A store that is being brought up to date may not have that table yet.
        let contexts =
            try db.tableExists("itemContext")
            ? [
                """
                SELECT 'context', itemContext."index", itemContext.text, itemContext.reference, blob.width, blob.height
                FROM itemContext LEFT JOIN blob ON blob.sha256 = itemContext.reference WHERE itemContext.generationId = ?
                """
            ] : []
        for sql in [
            """
            SELECT 'generation', pool.method, pool.condition, generation.number, generation.seed, generation.images,
                generation.recipe, generation.begunAt, generation.publishedAt
            FROM generation LEFT JOIN pool ON pool.id = generation.poolId WHERE generation.id = ?
            """,
            """
            SELECT 'checkpoint', generationCheckpoint.position, checkpoint.sha256, run.network, run.number,
                checkpoint.epoch, checkpoint.seconds
            FROM generationCheckpoint LEFT JOIN checkpoint ON checkpoint.id = generationCheckpoint.checkpointId
                LEFT JOIN run ON run.id = checkpoint.runId
            WHERE generationCheckpoint.generationId = ?
            """,
            """
            SELECT 'entry', entry."index", entry.latent, entry.seed, entry.stem, entry.blob, blob.width, blob.height
            FROM entry LEFT JOIN blob ON blob.sha256 = entry.blob WHERE entry.generationId = ?
            """,
        ] + contexts {
            let statement = try db.cachedStatement(sql: sql)
            let rows = try Row.fetchCursor(statement, arguments: [id])
            while try rows.next() != nil { seal.add(statement.sqliteStatement) }
        }
        return seal
    }

    private static func name(ofGeneration id: Int64, _ db: Database) throws -> String {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT pool.method, pool.condition, generation.number
                FROM generation JOIN pool ON pool.id = generation.poolId WHERE generation.id = ?
                """,
            arguments: [id])
        guard let row else { return "the generation with key \(id)" }
        return
            "generation \(row["number"] as Int) of pool \(PoolKey(method: row["method"], condition: row["condition"]).name)"
    }
}
