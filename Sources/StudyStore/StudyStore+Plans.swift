import Foundation
import GRDB
import Study

extension StudyStore {
    /// The current plan: the one that was frozen, or chosen again, last; nil before the first.
    ///
    /// - Parameter number: a seat beside which no other is needed. Of a plan with a head no other is read then, and it has
    ///   none where there is no such seat; of one of before there were heads all are, since its hash is that of the whole.
    /// - Throws: ``StudyStoreError/damagedPlan(_:)`` where what is read is not what was frozen.
    package func currentPlan(onlySeat number: Int? = nil) throws -> PlanRecord? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: Self.currentPlanRow) else { return nil }
            let hash: String = row["hash"]
            guard let number, try Self.head(ofPlan: hash, db) != nil else { return try Self.plan(row, db) }
            let record = try Self.plan(row, onlySeat: number, db)
            try compareSeats(ofPlan: hash, db)
            return record
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
                        (SELECT count(*) FROM seat WHERE planHash = plan.hash) AS seats,
                        CASE WHEN \(Self.hasTexts("plan.hash"))
                            THEN ifnull((SELECT items FROM seatText WHERE planHash = plan.hash AND seat = 1), 0)
                            ELSE (SELECT count(*) FROM trial WHERE planHash = plan.hash AND seat = 1) END AS trials,
                        (SELECT count(*) FROM session WHERE planHash = plan.hash AND NOT simulated) AS sessions,
                        (SELECT count(*) FROM session WHERE planHash = plan.hash AND simulated) AS simulated
                    FROM plan WHERE frozenAt IS NOT NULL ORDER BY turn
                    """
            ).map { row in
                let hash: String = row["hash"]
                var (frozenAt, fault): (Date?, StudyStoreError?)
                do {
                    frozenAt = try Stored.time(row["frozenAt"], of: "the time of plan \(hash.prefix(12))")
                } catch let error as StudyStoreError {
                    fault = error
                }
                return PlanSummary(
                    hash: hash, frozenAt: frozenAt, fault: fault,
                    isCurrent: row["isCurrent"],
                    seats: try Self.seatsOfHead(ofPlan: hash, db) ?? row["seats"],
                    trials: row["trials"] - (try Self.sessionRules(ofPlan: hash, db)).practice,
                    sessions: row["sessions"], simulated: row["simulated"],
                    seed: Stored.seed(row["seed"]))
            }
        }
    }

    /// How many seats a plan's head has, whatever rows stand beside it; nil where it has none that can be read.
    private static func seatsOfHead(ofPlan hash: String, _ db: Database) throws -> Int? {
        do {
            return try head(ofPlan: hash, db)?.head.seats.count
        } catch is StudyStoreError {
            // A list goes on; whoever needs the plan gets an error.
            return nil
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

    /// The seats of a plan, by number, and how often each was taken. Rows beside those of its
    /// head are none.
    package func seats(ofPlan hash: String) throws -> [SeatUse] {
        try read { db in
            let count = try Self.head(ofPlan: hash, db)?.head.seats.count ?? .max
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT seat.number, count(session.id) FILTER (WHERE NOT session.simulated) AS sessions,
                        count(session.id) FILTER (WHERE session.simulated) AS simulated
                    FROM seat LEFT JOIN session ON session.planHash = seat.planHash AND session.seat = seat.number
                    WHERE seat.planHash = ? GROUP BY seat.number ORDER BY seat.number
                    """, arguments: [hash]
            ).map { SeatUse(seat: $0["number"], sessions: $0["sessions"], simulated: $0["simulated"]) }
                .filter { $0.seat <= count }
        }
    }

    /// The seat of a plan that the fewest people took, the lowest of equals, but for those of `taken`; nil where there is
    /// none. Simulated people take no seat from a person, nor a person from them.
    package func leastFilledSeat(
        ofPlan hash: String, simulated: Bool = false, except taken: Set<Int> = []
    ) throws -> Int? {
        // `min` gives the first of equals.
        try seats(ofPlan: hash).filter { !taken.contains($0.seat) }.min {
            simulated ? $0.simulated < $1.simulated : $0.sessions < $1.sessions
        }?.seat
    }
}
