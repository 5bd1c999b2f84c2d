import GRDB

extension StudyStore {
    /// How often images could not be shown under a plan, by condition and method; methods that never failed are left out.
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
                    GROUP BY trial.condition, pool.method ORDER BY trial.condition, pool.method
                    """, arguments: [plan, try Stored.json(unreadable)]
            ).map { FailedImageCount(condition: $0["condition"], method: $0["method"], images: $0["images"]) }
        }
    }
}
