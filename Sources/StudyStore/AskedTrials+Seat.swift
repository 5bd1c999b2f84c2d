import GRDB
import Study

extension AskedTrials {
    /// What one seat is asked, by number, without reading what its plan asks of others.
    static func trials(ofSeat seat: Int, plan: String, _ db: Database) throws -> [Int: AskedTrial] {
        if let trials = try textTrials(ofSeat: seat, plan: plan, db) { return trials }
        // The order of a CROSS JOIN is kept: the seat's trials are looked up, then what they show.
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(Trial.columns),
                    leftPool.method, leftPool.condition, leftGeneration.number, trial.leftIndex, leftEntry.stem,
                    rightPool.method, rightPool.condition, rightGeneration.number, trial.rightIndex, rightEntry.stem
                FROM trial
                    CROSS JOIN generation AS leftGeneration ON leftGeneration.id = trial.leftGenerationId
                    CROSS JOIN pool AS leftPool ON leftPool.id = leftGeneration.poolId
                    CROSS JOIN generation AS rightGeneration ON rightGeneration.id = trial.rightGenerationId
                    CROSS JOIN pool AS rightPool ON rightPool.id = rightGeneration.poolId
                    LEFT JOIN entry AS leftEntry
                        ON leftEntry.generationId = trial.leftGenerationId AND leftEntry."index" = trial.leftIndex
                    LEFT JOIN entry AS rightEntry
                        ON rightEntry.generationId = trial.rightGenerationId AND rightEntry."index" = trial.rightIndex
                WHERE trial.planHash = ? AND trial.seat = ?
                """)
        var trials: [Int: AskedTrial] = [:]
        let rows = try Row.fetchCursor(statement, arguments: [plan, seat])
        while let row = try rows.next() {
            func entry(_ column: Int) -> PoolEntry {
                PoolEntry(
                    pool: PoolKey(method: row[column], condition: row[column + 1]), generation: row[column + 2],
                    index: row[column + 3])
            }
            let trial = try Trial(row, left: entry(4), right: entry(9))
            let stems: [String?] = [row[8], row[13]]
            trials[trial.number] = AskedTrial(trial: trial, item: stems[0] == stems[1] ? stems[0] : nil)
        }
        return trials
    }

    /// The seal of what one seat is asked.
    static func seal(ofSeat seat: Int, plan: String, _ db: Database) throws -> Seal {
        seal(of: try trials(ofSeat: seat, plan: plan, db))
    }

    /// The seal of the trials of a seat, by number.
    static func seal(of trials: [Int: AskedTrial]) -> Seal {
        var seal = Seal()
        for trial in trials.values { seal.add(trial) }
        return seal
    }
}
