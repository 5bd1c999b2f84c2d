package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Freezes what is asked of the answers to a plan. Settings that are those frozen last are not frozen again.
    ///
    /// - Parameters:
    ///   - hash: SHA-256 of the settings, by which they are named.
    ///   - plan: hash of a frozen plan.
    /// - Returns: whether there is a new analysis plan.
    static func freezeAnalysis(
        _ settings: AnalysisSettings, hash: String, ofPlan plan: String, at time: Date, _ db: Database
    ) throws -> Bool {
        let before = try Self.analysisPlans(ofPlan: plan, db)
        guard before.last?.settings != settings else { return false }
        try db.execute(
            sql:
                "INSERT INTO analysisPlan (planHash, number, hash, settings, votes, frozenAt) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                plan, before.count + 1, hash, try Stored.json(settings), try Self.peoplesVotes(onPlan: plan, db),
                Stored.time(time),
            ])
        return true
    }

    /// What was frozen to be asked of the answers to a plan, in the order in which it was.
    package func analysisPlans(ofPlan plan: String) throws -> [FrozenAnalysis] {
        try read { try Self.analysisPlans(ofPlan: plan, $0) }
    }

    /// When a person first voted on a plan, taken-back votes included and simulated ones not; nil before that.
    ///
    /// The time is of the clock on which the answer was given. A clock that says less than the time at which the plan was
    /// frozen is slow: taken is then the last time at which something was frozen and the store had no vote.
    package func firstVote(onPlan plan: String) throws -> Date? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT min(CASE WHEN votedAt >= plan.frozenAt THEN votedAt ELSE max(plan.frozenAt, ifnull(
                        (SELECT max(frozenAt) FROM analysisPlan WHERE planHash = plan.hash AND votes = 0), '')) END)
                    FROM (SELECT planHash, strftime(
                            '%Y-%m-%dT%H:%M:%fZ', startedAt, printf('+%.3f seconds', milliseconds / 1000.0)) AS votedAt
                        FROM event JOIN session ON session.id = sessionId WHERE kind = 'vote' AND NOT simulated)
                    JOIN plan ON plan.hash = planHash WHERE planHash = ?
                    """, arguments: [plan]
            ).map(Stored.time)
        }
    }

    private static func analysisPlans(ofPlan plan: String, _ db: Database) throws -> [FrozenAnalysis] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM analysisPlan WHERE planHash = ? ORDER BY number", arguments: [plan]
        ).map { row in
            FrozenAnalysis(
                settings: try Stored.value(of: row["settings"], what: "a frozen analysis plan"), hash: row["hash"],
                frozenAt: try Stored.time(row["frozenAt"]), votes: row["votes"])
        }
    }

    private static func peoplesVotes(onPlan plan: String, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM event JOIN session ON session.id = sessionId
                WHERE kind = 'vote' AND planHash = ? AND NOT simulated
                """, arguments: [plan]) ?? 0
    }
}
