import Foundation
import GRDB
import Study

extension StudyStore {
    /// The current plan: the one that was frozen, or chosen again, last; nil before the first.
    package func currentPlan() throws -> PlanRecord? {
        try read { db in
            try Row.fetchOne(db, sql: Self.currentPlanRow).map { try Self.plan($0, db) }
        }
    }

    /// The plan with that hash; nil where there is none.
    package func plan(_ hash: String) throws -> PlanRecord? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM plan WHERE hash = ? AND frozenAt IS NOT NULL", arguments: [hash]
            ).map { try Self.plan($0, db) }
        }
    }

    /// The row of the current plan.
    static let currentPlanRow = "SELECT * FROM plan WHERE frozenAt IS NOT NULL ORDER BY turn DESC LIMIT 1"

    /// All frozen plans, the current one last, before it the one that was current before.
    package func plans() throws -> [PlanSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT hash, frozenAt, seed,
                        turn = (SELECT max(turn) FROM plan WHERE frozenAt IS NOT NULL) AS isCurrent,
                        (SELECT count(*) FROM seat WHERE planHash = hash) AS seats,
                        ifnull((SELECT items FROM seatText WHERE planHash = hash AND seat = 1),
                            (SELECT count(*) FROM trial WHERE planHash = hash AND seat = 1)) AS trials,
                        (SELECT count(*) FROM session WHERE planHash = hash AND NOT simulated) AS sessions,
                        (SELECT count(*) FROM session WHERE planHash = hash AND simulated) AS simulated
                    FROM plan WHERE frozenAt IS NOT NULL ORDER BY turn
                    """
            ).map { row in
                PlanSummary(
                    hash: row["hash"],
                    frozenAt: try Stored.time(
                        row["frozenAt"], of: "the time of plan \((row["hash"] as String).prefix(12))"),
                    isCurrent: row["isCurrent"],
                    seats: row["seats"], trials: row["trials"], sessions: row["sessions"], simulated: row["simulated"],
                    seed: Stored.seed(row["seed"]))
            }
        }
    }

    /// The generations that a plan compares, in its order, with the epochs and training times of their networks: what the
    /// paper's table prints of each method. The ruined copies of catch trials are not among them.
    package func generations(ofPlan hash: String) throws -> [GenerationRecord] {
        try read { db in
            try Self.generations(
                db, where: "generation.id IN (SELECT generationId FROM planGeneration WHERE planHash = ?)",
                arguments: [hash, hash],
                order: """
                    (SELECT position FROM planGeneration WHERE generationId = generation.id AND planHash = ?)
                    """
            ).filter { !$0.generation.pool.isRuined }
        }
    }

    /// The seats of a plan, by number, and how often each was taken.
    package func seats(ofPlan hash: String) throws -> [SeatUse] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT number, count(id) FILTER (WHERE NOT simulated) AS sessions,
                        count(id) FILTER (WHERE simulated) AS simulated
                    FROM seat LEFT JOIN session ON session.planHash = seat.planHash AND session.seat = number
                    WHERE seat.planHash = ? GROUP BY number ORDER BY number
                    """, arguments: [hash]
            ).map { SeatUse(seat: $0["number"], sessions: $0["sessions"], simulated: $0["simulated"]) }
        }
    }

    /// The seat of a plan that the fewest people took, the lowest of equals; nil where the plan has none. Simulated
    /// people take no seat from a person, nor a person from them.
    package func leastFilledSeat(ofPlan hash: String, simulated: Bool = false) throws -> Int? {
        // `min` gives the first of equals.
        try seats(ofPlan: hash).min {
            simulated ? $0.simulated < $1.simulated : $0.sessions < $1.sessions
        }?.seat
    }
}
