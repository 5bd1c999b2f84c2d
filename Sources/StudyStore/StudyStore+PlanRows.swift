import Foundation
import GRDB
import Study

extension StudyStore {
    /// The plan of a row of `plan`, as it was frozen.
    ///
    /// - Parameter number: the only seat to read; nil reads all.
    static func plan(_ row: Row, onlySeat number: Int? = nil, _ db: Database) throws -> PlanRecord {
        let hash: String = row["hash"]
        let frozenAt: Date = try Stored.time(row["frozenAt"], of: "the time of plan \(hash.prefix(12))")
        if let head = try head(ofPlan: hash, db) {
            // Of a seat alone they are compared once: ``compareSeats(ofPlan:_:)``.
            if number == nil { try compareRows(ofPlan: hash, with: head.head, db) }
            return PlanRecord(frozen: try plan(hash, head, onlySeat: number, db), frozenAt: frozenAt)
        }
        let generations = try generations(ofRowsOfPlan: hash, db)
        let survey: String = row["survey"]
        let plan = SurveyPlan(
            study: row["study"], seed: Stored.seed(row["seed"]),
            survey: try Stored.value(of: survey, what: "the survey of plan \(hash.prefix(12))"),
            generations: generations.map(\.generation),
            seats: try seats(
                of: hash, only: number, Dictionary(generations.map { ($0.id, $0.generation) }) { first, _ in first }, db
            ))
        return PlanRecord(
            frozen: FrozenPlan(hash: hash, plan: plan, hashed: .whole(survey: survey)), frozenAt: frozenAt)
    }

    /// The generations that a plan shows, by its rows, in its order, with their keys.
    static func generations(
        ofRowsOfPlan hash: String, _ db: Database
    ) throws -> [(id: Int64, generation: PoolGeneration)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT planGeneration.generationId, pool.method, pool.condition, generation.number, generation.images
                FROM planGeneration JOIN generation ON generation.id = planGeneration.generationId
                    JOIN pool ON pool.id = generation.poolId
                WHERE planGeneration.planHash = ? ORDER BY planGeneration.position
                """, arguments: [hash]
        ).map { row in
            (
                row["generationId"],
                PoolGeneration(
                    pool: PoolKey(method: row["method"], condition: row["condition"]), number: row["number"],
                    count: row["images"])
            )
        }
    }

    private static func seats(
        of hash: String, only number: Int?, _ generations: [Int64: PoolGeneration], _ db: Database
    ) throws -> [Seat] {
        var seats: [Seat] = []
        try eachSeat(ofRowsOfPlan: hash, only: number, generations, db) { seats.append($0) }
        return seats
    }

    /// Calls `body` with each seat of a plan, by its rows, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - number: the only seat to read; nil reads all.
    ///   - generations: those that the plan shows, by their keys.
    static func eachSeat(
        ofRowsOfPlan hash: String, only number: Int? = nil, _ generations: [Int64: PoolGeneration], _ db: Database,
        _ body: (Seat) throws -> Void
    ) throws {
        var arguments: StatementArguments = [hash]
        if let number { arguments += [number] }
        func entry(_ generation: Int64, _ index: Int) throws -> PoolEntry {
            guard let generation = generations[generation] else {
                throw StudyStoreError.refused(
                    "plan \(hash.prefix(12)) shows images of a pool or generation that is gone from study.sqlite: another program "
                        + "changed it, or it is damaged. `dotchi doctor` names what is wrong")
            }
            return PoolEntry(pool: generation.pool, generation: generation.number, index: index)
        }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(Trial.columns), leftGenerationId, leftIndex, rightGenerationId, rightIndex, seat
                FROM trial WHERE planHash = ? \(number == nil ? "" : "AND seat = ?") ORDER BY seat, number
                """, arguments: arguments)
        let numbers = try Int.fetchAll(
            db,
            sql: "SELECT number FROM seat WHERE planHash = ? \(number == nil ? "" : "AND number = ?") ORDER BY number",
            arguments: arguments)
        var next = try rows.next()
        for number in numbers {
            // Trials of a seat that is not there belong to none.
            while let row = next, (row[8] as Int) < number { next = try rows.next() }
            var trials: [Trial] = []
            while let row = next, row[8] == number {
                trials.append(try Trial(row, left: entry(row[4], row[5]), right: entry(row[6], row[7])))
                next = try rows.next()
            }
            try body(Seat(number: number, trials: trials))
        }
    }
}
