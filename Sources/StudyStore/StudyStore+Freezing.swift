package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Freezes `plan` under its hash and makes it the current one, and freezes the analysis plan beside it. A plan that is
    /// frozen already becomes current again.
    ///
    /// The rows go in unfrozen, in transactions of about 40 ms, and whoever waits to write comes in between: a vote never
    /// waits for a whole plan. Then plan and analysis plan are frozen in one transaction; until then no reader sees any of
    /// it. What a killed call leaves is removed by the next one, or by ``removeUnfrozenPlans()``. Of two calls that overlap
    /// the one that began last goes on, and the other throws.
    ///
    /// - Parameters:
    ///   - plan: a plan that has a head, or one that is frozen already.
    ///   - analysis: what is asked of the answers, with its hash; nil freezes none.
    ///   - texts: the language files that the plan names by their hashes.
    ///   - milliseconds: how long a transaction may last before it is ended with the seat it is at.
    ///   - between: called between the transactions.
    /// - Returns: whether there is a new analysis plan.
    /// - Throws: ``StudyStoreError``, also where the plan shows images that are not published, or not what was published;
    ///   nothing is kept then.
    @discardableResult
    package func freeze(
        _ plan: FrozenPlan, analysis: (settings: AnalysisSettings, hash: String)? = nil,
        texts: [Data] = [], at time: Date = .now, milliseconds: Int = Self.transactionMilliseconds,
        between: () throws -> Void = {}
    ) throws -> Bool {
        func freezeAnalysis(_ db: Database) throws -> Bool {
            guard let analysis else { return false }
            return try Self.freezeAnalysis(analysis.settings, hash: analysis.hash, ofPlan: hash, at: time, db)
        }
        let token = PlanDraft.makeToken()
        let hash = plan.hash
        do {
            try removeUnfrozenPlans()
            try compareGenerations(of: plan)
            var (draft, isNew) = try write { db in
                try Self.keep(texts, db)
                try db.execute(
                    sql: "UPDATE plan SET turn = (\(Self.nextTurn)) WHERE hash = ? AND frozenAt IS NOT NULL",
                    arguments: [hash])
                if db.changesCount > 0 { return (PlanDraft?.none, try freezeAnalysis(db)) }
                return (try PlanDraft(plan, token: token, db), false)
            }
            while draft?.isWhole == false {
                try letOthersWrite(between)
                try write { db in
                    let end = ContinuousClock.now + .milliseconds(milliseconds)
                    try draft?.insertSeats(while: { ContinuousClock.now < end }, db)
                }
            }
            if let draft {
                try letOthersWrite(between)
                isNew = try write { db in
                    try draft.freeze(at: time, db)
                    return try freezeAnalysis(db)
                }
            }
            return isNew
        } catch {
            try? removeUnfrozenPlans(token: token)
            throw error
        }
    }

    /// Looks whether a plan that is not frozen yet shows what was published.
    private func compareGenerations(of plan: FrozenPlan) throws {
        let isFrozen = try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM plan WHERE hash = ? AND frozenAt IS NOT NULL)",
                arguments: [plan.hash])
        }
        guard isFrozen != true else { return }
        for generation in plan.plan.generations { try compare(generation) }
    }

    /// The hashes of plans that were never frozen: what a killed ``freeze(_:analysis:texts:at:milliseconds:between:)`` left, or one that
    /// is at work now has so far.
    package func unfrozenPlans() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT hash FROM plan WHERE frozenAt IS NULL ORDER BY hash") }
    }

    /// Removes plans that were never frozen, in short transactions. A call of ``freeze(_:analysis:texts:at:milliseconds:between:)`` that
    /// is at work meanwhile ends with an error.
    ///
    /// - Returns: how many there were.
    /// - Throws: ``StudyStoreError``; what is left then is removed by the next call.
    @discardableResult
    package func removeUnfrozenPlans() throws -> Int {
        let plans = try unfrozenPlans()
        for plan in plans {
            // From here on who wrote it finds its token gone.
            let token = PlanDraft.makeToken()
            try write { db in
                try db.execute(
                    sql: "UPDATE plan SET turn = ? WHERE hash = ? AND frozenAt IS NULL", arguments: [token, plan])
            }
            try removeUnfrozenPlans(token: token)
        }
        return plans.count
    }

    /// How long a transaction of long work lasts, so that nobody waits long for it.
    package static let transactionMilliseconds = 40

    /// The number of the plan that becomes current next.
    static let nextTurn = "SELECT ifnull(max(turn), 0) + 1 FROM plan WHERE turn > 0"

    /// Removes the unfrozen plan that has `token`, if there still is one.
    private func removeUnfrozenPlans(token: Int64) throws {
        while try removeRows(token: token) { letOthersWrite {} }
    }

    /// Removes rows of the unfrozen plan that has `token` for as long as a transaction lasts; whether any are left.
    private func removeRows(token: Int64) throws -> Bool {
        try write { db in
            let end = ContinuousClock.now + .milliseconds(Self.transactionMilliseconds)
            let hash = try String.fetchOne(
                db, sql: "SELECT hash FROM plan WHERE turn = ? AND frozenAt IS NULL", arguments: [token])
            guard let hash else { return false }
            repeat {
                let seat = try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT max(number) FROM seat WHERE planHash = ?"), arguments: [hash])
                guard let seat else {
                    for sql in [
                        "DELETE FROM planGeneration WHERE planHash = ?", "DELETE FROM planHead WHERE planHash = ?",
                        "DELETE FROM plan WHERE hash = ?",
                    ] {
                        try db.execute(sql: sql, arguments: [hash])
                    }
                    return false
                }
                for sql in [
                    "DELETE FROM trial WHERE planHash = ? AND seat = ?",
                    "DELETE FROM seatText WHERE planHash = ? AND seat = ?",
                    "DELETE FROM seat WHERE planHash = ? AND number = ?",
                ] {
                    try db.cachedStatement(sql: sql).execute(arguments: [hash, seat])
                }
            } while ContinuousClock.now < end
            return true
        }
    }

    /// Leaves the file alone for a moment, in which one who waits to write takes its turn: waiting processes look every 2
    /// ms (``StudyStore/patience(_:)``).
    private func letOthersWrite(_ between: () throws -> Void) rethrows {
        try between()
        Thread.sleep(forTimeInterval: 0.005)
    }
}
