package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Begins the next generation of `pool`: images that a chain of networks, taken at `checkpoints`, will make. What
    /// an earlier refresh of this pool left unpublished is removed.
    ///
    /// - Parameters:
    ///   - checkpoints: keys of the checkpoints in the order of the chain; at least one.
    ///   - bicubic: sides in pixels after the chain's bicubic enlargements, by their places in it.
    ///   - seed: seed of the latent vectors.
    ///   - images: how many images it will hold.
    /// - Throws: ``StudyStoreError``.
    package func beginGeneration(
        of pool: PoolKey, checkpoints: [Int64], bicubic: [Int: Int] = [:], seed: UInt64, images: Int,
        at time: Date = .now
    ) throws -> GenerationDraft {
        precondition(!checkpoints.isEmpty, "a chain has at least one network")
        let draft = try write { db in
            let hashes = try checkpoints.map { id in
                let hash = try String.fetchOne(db, sql: "SELECT sha256 FROM checkpoint WHERE id = ?", arguments: [id])
                guard let hash else { throw StudyStoreError.notFound("there is no checkpoint with key \(id)") }
                return hash
            }
            let recipe = PoolRecipe(checkpoints: hashes, bicubic: bicubic, seed: seed, images: images)
            let draft = try Self.begin(pool, images: images, recipe: recipe, at: time, db)
            for (position, checkpoint) in checkpoints.enumerated() {
                try db.execute(
                    sql: "INSERT INTO generationCheckpoint (generationId, position, checkpointId) VALUES (?, ?, ?)",
                    arguments: [draft.id, position, checkpoint])
            }
            return draft
        }
        try removeUnusedImages()
        return draft
    }

    /// Begins the next generation of `pool` with `images` images that were made elsewhere. What an earlier import left
    /// unpublished is removed.
    ///
    /// - Throws: ``StudyStoreError``.
    package func beginImport(of pool: PoolKey, images: Int, at time: Date = .now) throws -> GenerationDraft {
        let draft = try write { try Self.begin(pool, images: images, recipe: nil, at: time, $0) }
        try removeUnusedImages()
        return draft
    }

    /// Puts `images` into a generation that is not published yet, in one transaction. Equal images are kept once.
    ///
    /// - Throws: ``StudyStoreError``, also where another command has begun to fill this pool since.
    package func add(_ images: [PoolImage], to draft: GenerationDraft) throws {
        try write { db in
            try Self.check(draft, db)
            let blob = try db.cachedStatement(
                sql: """
                    INSERT INTO blob (sha256, width, height, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """)
            let entry = try db.cachedStatement(
                sql: """
                    INSERT INTO entry (generationId, "index", latent, seed, stem, blob) VALUES (?, ?, ?, ?, ?, ?)
                    """)
            for image in images {
                try blob.execute(arguments: [image.sha256, image.width, image.height, image.png])
                switch image.origin {
                case .latent(let number, let seed):
                    try entry.execute(
                        arguments: [draft.id, image.index, number, Stored.seed(seed), nil, image.sha256])
                case .file(let stem):
                    try entry.execute(arguments: [draft.id, image.index, nil, nil, stem, image.sha256])
                }
            }
        }
    }

    /// Publishes `drafts`, all of them or none: from here on they are the current generations of their pools.
    ///
    /// - Throws: ``StudyStoreError``, also where images are missing.
    @discardableResult
    package func publish(_ drafts: [GenerationDraft], at time: Date = .now) throws -> [PoolGeneration] {
        try write { db in
            for draft in drafts {
                try Self.check(draft, db)
                try db.execute(
                    sql: "UPDATE generation SET publishedAt = ? WHERE id = ?",
                    arguments: [Stored.time(time), draft.id])
                try db.execute(sql: "DELETE FROM draft WHERE generationId = ?", arguments: [draft.id])
                try Self.seal(generation: draft.id, db)
            }
            return drafts.map(\.generation)
        }
    }

    /// Removes `drafts` and the images that only they have. One that another took over or that is published is left as
    /// it is.
    ///
    /// - Throws: ``StudyStoreError``.
    package func discard(_ drafts: [GenerationDraft]) throws {
        try write { db in
            for draft in drafts where try Self.isOpen(draft, db) {
                try db.execute(sql: "DELETE FROM generation WHERE id = ?", arguments: [draft.id])
            }
        }
        try removeUnusedImages()
    }

    private static func begin(
        _ pool: PoolKey, images: Int, recipe: PoolRecipe?, at time: Date, _ db: Database
    ) throws -> GenerationDraft {
        try db.execute(
            sql: "INSERT INTO pool (method, condition) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [pool.method, pool.condition])
        let poolID = try Int64.fetchOne(
            db, sql: "SELECT id FROM pool WHERE method = ? AND condition = ?",
            arguments: [pool.method, pool.condition])
        try db.execute(
            sql: "DELETE FROM generation WHERE poolId = ? AND \(neverPublished)", arguments: [poolID])
        let number =
            try Int.fetchOne(
                db, sql: "SELECT ifnull(max(number), 0) + 1 FROM generation WHERE poolId = ?", arguments: [poolID]) ?? 1
        try db.execute(
            sql: """
                INSERT INTO generation (poolId, number, seed, images, recipe, begunAt) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                poolID, number, recipe.map { Stored.seed($0.seed) }, images, try recipe.map { try Stored.json($0) },
                Stored.time(time),
            ])
        let draft = GenerationDraft(
            generation: PoolGeneration(pool: pool, number: number, count: images), id: db.lastInsertedRowID,
            token: UUID().uuidString)
        try db.execute(
            sql: "INSERT INTO draft (generationId, token) VALUES (?, ?)", arguments: [draft.id, draft.token])
        return draft
    }

    /// That `draft` is still being filled by who began it.
    static func check(_ draft: GenerationDraft, _ db: Database) throws {
        guard try isOpen(draft, db) else {
            throw StudyStoreError.refused(
                "generation \(draft.generation.number) of pool \(draft.generation.pool.name) is no longer open: "
                    + "another command took over this pool; nothing of this one was published")
        }
    }

    private static func isOpen(_ draft: GenerationDraft, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM draft JOIN generation ON generation.id = draft.generationId
                    WHERE draft.generationId = ? AND draft.token = ? AND generation.publishedAt IS NULL)
                """, arguments: [draft.id, draft.token]) ?? false
    }
}
