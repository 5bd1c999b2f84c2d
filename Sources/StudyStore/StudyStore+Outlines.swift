import Foundation
import GRDB
package import Study

extension StudyStore {
    /// The current plan without its seats; nil before the first.
    package func currentOutline() throws -> PlanOutline? {
        try read { db in try Row.fetchOne(db, sql: Self.currentPlanRow).map { try Self.outline($0, db) } }
    }

    /// A frozen plan without its seats; nil where there is none of that hash.
    package func outline(ofPlan hash: String) throws -> PlanOutline? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM plan WHERE hash = ? AND frozenAt IS NOT NULL", arguments: [hash]
            ).map { try Self.outline($0, db) }
        }
    }

    private static func outline(_ row: Row, _ db: Database) throws -> PlanOutline {
        let hash: String = row["hash"]
        let frozenAt: Date = try Stored.time(row["frozenAt"], of: "the time of plan \(hash.prefix(12))")
        if let head = try head(ofPlan: hash, db)?.head {
            return PlanOutline(
                hash: hash, frozenAt: frozenAt, study: head.study, seed: head.seed, survey: head.survey,
                texts: head.texts, seats: head.seats.count)
        }
        return PlanOutline(
            hash: hash, frozenAt: frozenAt, study: row["study"], seed: Stored.seed(row["seed"]),
            survey: try Stored.value(of: row["survey"], what: "the survey of plan \(hash.prefix(12))"), texts: [:],
            seats: try Int.fetchOne(db, sql: "SELECT count(*) FROM seat WHERE planHash = ?", arguments: [hash]) ?? 0)
    }

    /// A seat of a frozen plan with its trials, which nothing of other seats is read for; nil where the plan has none of that
    /// number.
    ///
    /// - Throws: ``StudyStoreError/damagedPlan(_:)`` where it is not what was frozen.
    package func seat(_ number: Int, ofPlan hash: String) throws -> Seat? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM plan WHERE hash = ? AND frozenAt IS NOT NULL", arguments: [hash])
            guard let row else { return nil }
            let seat = try Self.plan(row, onlySeat: number, db).plan.seats.first
            try compareSeats(ofPlan: hash, db)
            return seat
        }
    }
}
