package import Foundation
import GRDB

extension StudyStore {
    /// Sessions of people that were started before their plan was frozen, as their own clocks say; by their ids. No plan can be
    /// asked before it is frozen: the clock is wrong, or whoever wrote the file wrote another time.
    package func sessionsBeforeFreezing(ofPlan plan: String) throws -> (sessions: [String], frozenAt: Date)? {
        try read { db in
            let sessions = try String.fetchAll(
                db,
                sql: """
                    SELECT session.id FROM session JOIN plan ON plan.hash = session.planHash
                    WHERE session.planHash = ? AND NOT session.simulated
                        AND strftime('%Y-%m-%dT%H:%M:%fZ', session.startedAt) < plan.frozenAt
                    ORDER BY session.id
                    """, arguments: [plan])
            let frozenAt = try String.fetchOne(
                db, sql: "SELECT frozenAt FROM plan WHERE hash = ? AND frozenAt IS NOT NULL", arguments: [plan])
            // Of a time that is none, which lists name, nothing can be said.
            guard !sessions.isEmpty, let frozenAt, let time = try? Stored.time(frozenAt) else { return nil }
            return (sessions, time)
        }
    }

    /// Sessions of people that were started more than a day after their first answers arrived here, as their own clocks say; by
    /// their ids. A day is what the clocks of two machines may differ where nobody looks at them.
    package func sessionsAfterArrival(ofPlan plan: String) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT session.id FROM session JOIN arrival ON arrival.sessionId = session.id
                    WHERE session.planHash = ? AND NOT session.simulated
                        AND strftime('%Y-%m-%dT%H:%M:%fZ', session.startedAt)
                            > strftime('%Y-%m-%dT%H:%M:%fZ', arrival.receivedAt, '+1 day')
                    ORDER BY session.id
                    """, arguments: [plan])
        }
    }
}
