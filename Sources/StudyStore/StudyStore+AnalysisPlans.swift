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

    /// What was frozen to be asked of the answers to a plan, in the order in which it was. One that cannot be read is among
    /// them, and says so.
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
                // Of each session two votes are enough, which the index of events by session finds without reading the
                // others: the first, and the first that was given after the plan was frozen.
                sql: """
                    WITH started AS (
                        SELECT session.id, session.startedAt, session.planHash, plan.frozenAt,
                            (julianday(plan.frozenAt) - julianday(session.startedAt)) * 86400000 - 10 AS earliest
                        FROM session JOIN plan ON plan.hash = session.planHash
                        WHERE session.planHash = ? AND NOT session.simulated)
                    SELECT min(CASE WHEN votedAt >= frozenAt THEN votedAt ELSE max(frozenAt, ifnull(
                        (SELECT max(frozenAt) FROM analysisPlan
                            WHERE analysisPlan.planHash = voted.planHash AND votes = 0), '')) END)
                    FROM (SELECT planHash, frozenAt, \(Self.voteTime("startedAt")) AS votedAt
                        FROM (SELECT *, (SELECT milliseconds FROM event
                                WHERE sessionId = started.id AND kind = 'vote' ORDER BY milliseconds LIMIT 1)
                                AS milliseconds
                            FROM started
                            UNION ALL
                            SELECT *, (SELECT milliseconds FROM event
                                WHERE sessionId = started.id AND kind = 'vote' AND milliseconds >= started.earliest
                                    AND \(Self.voteTime("started.startedAt")) >= started.frozenAt ORDER BY milliseconds LIMIT 1)
                            FROM started)
                        WHERE milliseconds IS NOT NULL) AS voted
                    """, arguments: [plan]
            ).map { try Stored.time($0, of: "the time of the first vote") }
        }
    }

    /// When an event of a session happened, in UTC.
    private static func voteTime(_ start: String) -> String {
        """
        strftime('%Y-%m-%dT%H:%M:%fZ', \(start), printf('+%.3f seconds', milliseconds / 1000.0))
        """
    }

    private static func analysisPlans(ofPlan plan: String, _ db: Database) throws -> [FrozenAnalysis] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM analysisPlan WHERE planHash = ? ORDER BY number", arguments: [plan]
        ).map { row in
            let settings = try? Stored.value(AnalysisSettings.self, of: row["settings"], what: "an analysis plan")
            let time: String = row["frozenAt"]
            let frozenAt = try? Stored.time(time, of: "the time of an analysis plan")
            return FrozenAnalysis(
                settings: settings ?? AnalysisSettings(), hash: row["hash"], frozenAt: frozenAt ?? .distantPast,
                votes: row["votes"], isReadable: settings != nil && frozenAt != nil)
        }
    }

    static func peoplesVotes(onPlan plan: String, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM event JOIN session ON session.id = event.sessionId
                WHERE event.kind = 'vote' AND session.planHash = ? AND NOT session.simulated
                """, arguments: [plan]) ?? 0
    }
}
