package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Freezes `plan` under its hash and makes it the current one. A plan that is frozen already becomes current again.
    ///
    /// - Throws: ``StudyStoreError``, also where the plan shows images that are not published.
    package func freeze(_ plan: SurveyPlan, hash: String, at time: Date = .now) throws {
        try write { db in
            let turn = try Int.fetchOne(db, sql: "SELECT ifnull(max(turn), 0) + 1 FROM plan")
            try db.execute(sql: "UPDATE plan SET turn = ? WHERE hash = ?", arguments: [turn, hash])
            guard db.changesCount == 0 else { return }
            try db.execute(
                sql: "INSERT INTO plan (hash, study, seed, survey, turn) VALUES (?, ?, ?, ?, ?)",
                arguments: [hash, plan.study, Stored.seed(plan.seed), try Stored.json(plan.survey), turn])
            let generations = try Self.insertGenerations(of: plan, hash, db)
            try Self.insertSeats(of: plan, hash, generations, db)
            try db.execute(
                sql: "UPDATE plan SET frozenAt = ? WHERE hash = ?", arguments: [Stored.time(time), hash])
        }
    }

    /// The current plan: the one that was frozen, or chosen again, last; nil before the first.
    package func currentPlan() throws -> PlanRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM plan ORDER BY turn DESC LIMIT 1").map { try Self.plan($0, db) }
        }
    }

    /// The plan with that hash; nil where there is none.
    package func plan(_ hash: String) throws -> PlanRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE hash = ?", arguments: [hash]).map {
                try Self.plan($0, db)
            }
        }
    }

    /// All frozen plans, the current one last, before it the one that was current before.
    package func plans() throws -> [PlanSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT hash, frozenAt, turn = (SELECT max(turn) FROM plan) AS isCurrent,
                        (SELECT count(*) FROM seat WHERE planHash = hash) AS seats,
                        (SELECT count(*) FROM trial WHERE planHash = hash AND seat = 1) AS trials,
                        (SELECT count(*) FROM session WHERE planHash = hash AND NOT simulated) AS sessions,
                        (SELECT count(*) FROM session WHERE planHash = hash AND simulated) AS simulated
                    FROM plan ORDER BY turn
                    """
            ).map { row in
                PlanSummary(
                    hash: row["hash"], frozenAt: try Stored.time(row["frozenAt"]), isCurrent: row["isCurrent"],
                    seats: row["seats"], trials: row["trials"], sessions: row["sessions"], simulated: row["simulated"])
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

    private static func insertGenerations(
        of plan: SurveyPlan, _ hash: String, _ db: Database
    ) throws -> [PoolKey: [Int: Int64]] {
        var ids: [PoolKey: [Int: Int64]] = [:]
        for (position, generation) in plan.generations.enumerated() {
            let id = try id(of: generation, db)
            ids[generation.pool, default: [:]][generation.number] = id
            try db.execute(
                sql: "INSERT INTO planGeneration (planHash, position, generationId) VALUES (?, ?, ?)",
                arguments: [hash, position, id])
        }
        return ids
    }

    private static func insertSeats(
        of plan: SurveyPlan, _ hash: String, _ generations: [PoolKey: [Int: Int64]], _ db: Database
    ) throws {
        func generation(of entry: PoolEntry) throws -> Int64 {
            guard let id = generations[entry.pool]?[entry.generation] else {
                throw StudyStoreError.refused("the plan shows \(entry.name), which is in none of its generations")
            }
            return id
        }
        let insertedSeat = try db.makeStatement(sql: "INSERT INTO seat (planHash, number) VALUES (?, ?)")
        let insertedTrial = try db.makeStatement(sql: "INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for seat in plan.seats {
            try insertedSeat.execute(arguments: [hash, seat.number])
            for trial in seat.trials {
                try insertedTrial.execute(arguments: [
                    hash, seat.number, trial.number, trial.kind.rawValue, trial.condition,
                    try generation(of: trial.left), trial.left.index, try generation(of: trial.right),
                    trial.right.index, trial.repeatOf,
                ])
            }
        }
    }
}
