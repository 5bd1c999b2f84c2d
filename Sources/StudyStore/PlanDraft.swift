import Foundation
import GRDB
import Study

/// A plan whose rows go in, and that no reader sees before it is frozen.
///
/// Its row has no `frozenAt`, and in place of its turn a token: a number below 0 that only its writer knows. Every
/// transaction of the writer looks whether the token still stands, so that of two writers one ends and their rows never
/// mix.
struct PlanDraft {
    private let plan: SurveyPlan
    private let hash: String
    private let token: Int64
    private let generations: [PoolKey: [Int: Int64]]
    private var next = 0

    /// Whether all rows are in.
    var isWhole: Bool { next == plan.seats.count }

    /// A token that no writer had before.
    static func makeToken() -> Int64 {
        var random = SystemRandomNumberGenerator()
        return .random(in: Int64.min..<0, using: &random)
    }

    /// Puts the plan's row and its generations in.
    init(_ plan: SurveyPlan, hash: String, token: Int64, _ db: Database) throws {
        (self.plan, self.hash, self.token) = (plan, hash, token)
        try db.execute(
            sql: "INSERT INTO plan (hash, study, seed, survey, turn) VALUES (?, ?, ?, ?, ?)",
            arguments: [hash, plan.study, Stored.seed(plan.seed), try Stored.json(plan.survey), token])
        var ids: [PoolKey: [Int: Int64]] = [:]
        for (position, generation) in plan.generations.enumerated() {
            let id = try StudyStore.id(of: generation, db)
            ids[generation.pool, default: [:]][generation.number] = id
            try db.execute(
                sql: "INSERT INTO planGeneration (planHash, position, generationId) VALUES (?, ?, ?)",
                arguments: [hash, position, id])
        }
        generations = ids
    }

    /// Puts the next seats in, whole ones and at least one, for as long as `isTime` says.
    mutating func insertSeats(while isTime: () -> Bool, _ db: Database) throws {
        try check(db)
        let insertedSeat = try db.cachedStatement(sql: "INSERT INTO seat (planHash, number) VALUES (?, ?)")
        let insertedTrial = try db.cachedStatement(sql: "INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        repeat {
            let seat = plan.seats[next]
            try insertedSeat.execute(arguments: [hash, seat.number])
            for trial in seat.trials {
                try insertedTrial.execute(arguments: [
                    hash, seat.number, trial.number, trial.kind.rawValue, trial.condition,
                    try generation(of: trial.left), trial.left.index, try generation(of: trial.right),
                    trial.right.index, trial.repeatOf,
                ])
            }
            next += 1
        } while !isWhole && isTime()
    }

    /// Freezes the plan, which is whole, and makes it the current one.
    func freeze(at time: Date, _ db: Database) throws {
        precondition(isWhole, "a plan is frozen when all of its seats are in")
        try check(db)
        try db.execute(
            sql: "UPDATE plan SET frozenAt = ?, turn = (\(StudyStore.nextTurn)) WHERE hash = ?",
            arguments: [Stored.time(time), hash])
    }

    /// That no other writer has taken the place of this one.
    private func check(_ db: Database) throws {
        let isOurs = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM plan WHERE hash = ? AND turn = ? AND frozenAt IS NULL)",
            arguments: [hash, token])
        guard isOurs == true else {
            throw StudyStoreError.refused(
                "another `dotchi survey plan` of this study began meanwhile and takes the place of this one; nothing of "
                    + "this one was kept")
        }
    }

    private func generation(of entry: PoolEntry) throws -> Int64 {
        guard let id = generations[entry.pool]?[entry.generation] else {
            throw StudyStoreError.refused("the plan shows \(entry.name), which is in none of its generations")
        }
        return id
    }
}
