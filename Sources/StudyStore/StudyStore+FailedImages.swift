import Answers
import GRDB

extension StudyStore {
    /// How often images could not be shown under a plan, by condition and method; methods that never failed are left out.
    /// What lies after the end of its session counts for nothing here either.
    ///
    /// A vote cannot tell this: where the images of one method fail more often than those of others, its pairs are missing.
    package func failedImages(ofPlan plan: String) throws -> [FailedImageCount] {
        try read { db in
            let hasAny = try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM session JOIN event ON sessionId = session.id AND kind = 'image_failed'
                    WHERE planHash = ?)
                    """, arguments: [plan])
            guard hasAny == true else { return [] }
            let unreadable = try Self.unreadableSessions(ofPlan: plan, db).map(\.session)
            let late = try Stored.json(try Self.lateFailures(ofPlan: plan, db))
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT trial.condition, pool.method, COUNT(DISTINCT session.id || ' ' || event.trial || ' ' || side.name)
                        AS images
                    FROM session
                    JOIN event ON event.sessionId = session.id AND event.kind = 'image_failed'
                    JOIN trial ON trial.planHash = session.planHash AND trial.seat = session.seat
                        AND trial.number = event.trial
                    JOIN (SELECT 'left' AS name UNION ALL SELECT 'right') AS side
                        ON side.name = coalesce(nullif(event.choice, 'tie'), side.name)
                    JOIN generation ON generation.id = iif(side.name = 'left', leftGenerationId, rightGenerationId)
                    JOIN pool ON pool.id = generation.poolId
                    WHERE session.planHash = ? AND NOT session.simulated
                        AND session.id NOT IN (SELECT value FROM json_each(?))
                        AND event.id NOT IN (SELECT value FROM json_each(?))
                    GROUP BY trial.condition, pool.method ORDER BY trial.condition, pool.method
                    """, arguments: [plan, try Stored.json(unreadable), late]
            ).map { FailedImageCount(condition: $0["condition"], method: $0["method"], images: $0["images"]) }
        }
    }

    /// Ids of failed images after the end of their sessions.
    private static func lateFailures(ofPlan plan: String, _ db: Database) throws -> [String] {
        let sessions = try Row.fetchAll(
            db,
            sql: """
                SELECT id, seat FROM session WHERE planHash = ? AND NOT simulated
                    AND EXISTS (SELECT 1 FROM event WHERE sessionId = session.id AND kind = 'finish')
                    AND EXISTS (SELECT 1 FROM event WHERE sessionId = session.id AND kind = 'image_failed')
                """, arguments: [plan])
        return try sessions.flatMap { row -> [String] in
            do {
                let state = try state(ofSession: row["id"], plan: plan, seat: row["seat"], db)
                return state.late.filter { $0.kind == .imageFailed }.map(\.id)
            } catch StudyStoreError.refused {
                // Where a session ends that cannot be read nobody knows.
                return []
            }
        }
    }
}
