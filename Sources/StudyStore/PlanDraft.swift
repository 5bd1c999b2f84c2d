import Crypto
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
    /// The hash over all seats that the plan's head holds.
    private let seatsSHA256: String
    private var text: SeatText
    private var list = SHA256()
    private var next = 0

    /// Whether all rows are in.
    var isWhole: Bool { next == plan.seats.count }

    /// A token that no writer had before.
    static func makeToken() -> Int64 {
        var random = SystemRandomNumberGenerator()
        return .random(in: Int64.min..<0, using: &random)
    }

    /// Puts the plan's row, its head and its generations in.
    ///
    /// - Throws: ``StudyStoreError`` where a generation is not published.
    init(_ frozen: FrozenPlan, token: Int64, _ db: Database) throws {
        guard case .head(let headText) = frozen.hashed, let head = PlanHead(text: headText) else {
            throw StudyStoreError.refused("plan \(frozen.hash.prefix(12)) was hashed as no plan is any more")
        }
        (plan, hash, seatsSHA256) = (frozen.plan, frozen.hash, head.seats.sha256)
        self.token = token
        text = SeatText(pools: plan.generations)
        try db.execute(
            sql: "INSERT INTO plan (hash, study, seed, survey, turn) VALUES (?, ?, ?, ?, ?)",
            arguments: [hash, plan.study, Stored.seed(plan.seed), try Stored.json(plan.survey), token])
        try db.execute(sql: "INSERT INTO planHead (planHash, text) VALUES (?, ?)", arguments: [hash, headText])
        for (position, generation) in plan.generations.enumerated() {
            let id = try StudyStore.id(of: generation, db)
            try db.execute(
                sql: "INSERT INTO planGeneration (planHash, position, generationId) VALUES (?, ?, ?)",
                arguments: [hash, position, id])
        }
    }

    /// Puts the next seats in, whole ones and at least one, for as long as `isTime` says.
    mutating func insertSeats(while isTime: () -> Bool, _ db: Database) throws {
        try check(db)
        let insertedSeat = try db.cachedStatement(sql: "INSERT INTO seat (planHash, number) VALUES (?, ?)")
        let insertedText = try db.cachedStatement(
            sql: "INSERT INTO seatText (planHash, seat, items, sha256, text) VALUES (?, ?, ?, ?, ?)")
        repeat {
            let seat = plan.seats[next]
            if let fault = fault(in: seat) { throw StudyStoreError.refused("seat \(seat.number) of the plan \(fault)") }
            let bytes = text.bytes(of: seat)
            let seatHash = hexadecimal(SHA256.hash(data: bytes))
            list.update(data: PlanHead.line(ofSeat: seatHash))
            try insertedSeat.execute(arguments: [hash, seat.number])
            try insertedText.execute(arguments: [
                hash, seat.number, seat.items.count, seatHash, String(decoding: bytes, as: UTF8.self),
            ])
            next += 1
        } while !isWhole && isTime()
    }

    /// Freezes the plan, which is whole, and makes it the current one.
    func freeze(at time: Date, _ db: Database) throws {
        precondition(isWhole, "a plan is frozen when all of its seats are in")
        precondition(hexadecimal(list.finalize()) == seatsSHA256, "the seats are those that were hashed")
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

    /// What a seat shows that no plan can; nil where it is sound. Each generation has all its images.
    private func fault(in seat: Seat) -> String? {
        if seat.practice.count != plan.survey.besides.practice
            || seat.items.prefix(seat.trials.count).contains(where: { $0.pair == nil })
        {
            return "has not the practice that the survey says, behind its pairs"
        }
        if seat.number != next + 1 { return "is not seat \(next + 1)" }
        for item in seat.items {
            let trial = item.shown
            if let entry = [trial.left, trial.right].first(where: { !isThere($0) }) {
                return "shows \(entry.name), which is in none of its generations"
            }
            if trial.left == trial.right { return "shows \(trial.left.name) beside itself" }
            if !trial.repeatsRightly { return "repeats in item \(item.number) what it did not ask before" }
            if (trial.kind == .check) != (trial.instructed != nil) {
                return "does not say in item \(item.number) which image is asked for"
            }
        }
        return nil
    }

    private func isThere(_ entry: PoolEntry) -> Bool {
        plan.generations.contains {
            $0.pool == entry.pool && $0.number == entry.generation && (0..<$0.count).contains(entry.index)
        }
    }
}
