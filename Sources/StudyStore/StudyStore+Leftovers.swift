import Foundation
import GRDB
package import Study

/// Generations that were begun and never published: commands that are at work have them, and those that were killed.
extension StudyStore {
    /// A generation that nobody sees.
    package struct UnpublishedGeneration: Sendable, Hashable {
        /// What it was to be.
        package var generation: PoolGeneration
        /// How many images it has so far.
        package var filled: Int
        /// When it was begun, as ISO 8601.
        package var begunAt: String
    }

    /// The generations that are not published, in the order of their pools.
    package func unpublishedGenerations() throws -> [UnpublishedGeneration] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT pool.method, pool.condition, generation.number, generation.images, generation.begunAt,
                        (SELECT count(*) FROM entry WHERE generationId = generation.id) AS filled
                    FROM generation JOIN pool ON pool.id = generation.poolId
                    WHERE generation.id IN (SELECT id FROM generation WHERE \(Self.neverPublished))
                    ORDER BY generation.poolId
                    """
            ).map { row in
                UnpublishedGeneration(
                    generation: PoolGeneration(
                        pool: PoolKey(method: row["method"], condition: row["condition"]), number: row["number"],
                        count: row["images"]),
                    filled: row["filled"], begunAt: row["begunAt"])
            }
        }
    }

    /// Removes what is not published of `pools`; whoever fills one of them is refused from then on.
    ///
    /// - Throws: ``StudyStoreError``.
    package func removeUnpublished(of pools: [PoolKey]) throws {
        try write { db in
            for pool in pools {
                try db.execute(
                    sql: """
                        DELETE FROM generation WHERE \(Self.neverPublished) AND poolId =
                            (SELECT id FROM pool WHERE method = ? AND condition = ?)
                        """, arguments: [pool.method, pool.condition])
            }
        }
    }
}
