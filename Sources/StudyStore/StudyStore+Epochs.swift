import GRDB
package import Study

extension StudyStore {
    /// Records a finished epoch of a run, in the place of what was recorded of it before.
    ///
    /// - Throws: ``StudyStoreError``, also where a loss is not a finite number.
    package func record(_ epoch: EpochFacts, of run: Int64) throws {
        try Self.check([epoch])
        try write { db in
            try db.execute(sql: "DELETE FROM epoch WHERE runId = ? AND number = ?", arguments: [run, epoch.number])
            try Self.insert([epoch], of: run, db)
        }
    }

    /// Makes the epochs of a run past `epoch` those of `rows`, in one transaction: what a resumed run says of itself
    /// goes before what the store had. Checkpoints past the last row go too, unless a pool was made from them.
    ///
    /// - Throws: ``StudyStoreError``, also where a loss is not a finite number.
    package func replaceEpochs(after epoch: Int, with rows: [EpochFacts], of run: Int64) throws {
        try Self.check(rows)
        try write { db in
            try db.execute(sql: "DELETE FROM epoch WHERE runId = ? AND number > ?", arguments: [run, epoch])
            try db.execute(
                sql: """
                    DELETE FROM checkpoint WHERE runId = ? AND epoch > ?
                        AND id NOT IN (SELECT checkpointId FROM generationCheckpoint)
                    """, arguments: [run, rows.last?.number ?? epoch])
            try Self.insert(rows, of: run, db)
        }
    }

    static func check(_ rows: [EpochFacts]) throws {
        for row in rows {
            if let why = row.fault { throw StudyStoreError.refused("epoch \(row.number): \(why)") }
            for (name, value) in row.losses where !value.isFinite {
                throw StudyStoreError.refused("loss \(name) of epoch \(row.number) is \(value): training has diverged")
            }
        }
    }

    static func insert(_ rows: [EpochFacts], of run: Int64, _ db: Database) throws {
        let inserted = try db.makeStatement(
            sql: """
                INSERT INTO epoch (runId, number, seconds, images, redoneSeconds, peakMemory) VALUES (?, ?, ?, ?, ?, ?)
                """)
        let loss = try db.makeStatement(sql: "INSERT INTO loss (runId, epoch, name, value) VALUES (?, ?, ?, ?)")
        let stage = try db.makeStatement(
            sql: "INSERT INTO stageTime (runId, epoch, stage, seconds) VALUES (?, ?, ?, ?)")
        for row in rows {
            try inserted.execute(arguments: [
                run, row.number, row.seconds, row.images, row.redoneSeconds, row.peakMemory,
            ])
            for (name, value) in row.losses { try loss.execute(arguments: [run, row.number, name, value]) }
            for (index, seconds) in row.stageSeconds.enumerated() {
                try stage.execute(arguments: [run, row.number, index + 1, seconds])
            }
        }
    }

    /// The epochs of a run, in order.
    package func epochs(of run: Int64) throws -> [EpochFacts] {
        try read { db in
            var losses: [Int: [String: Double]] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT * FROM loss WHERE runId = ?", arguments: [run]) {
                losses[row["epoch"], default: [:]][row["name"]] = row["value"]
            }
            var stages: [Int: [Double]] = [:]
            for row in try Row.fetchAll(
                db, sql: "SELECT epoch, seconds FROM stageTime WHERE runId = ? ORDER BY epoch, stage", arguments: [run])
            {
                stages[row["epoch"], default: []].append(row["seconds"])
            }
            return try Row.fetchAll(
                db, sql: "SELECT * FROM epoch WHERE runId = ? ORDER BY number", arguments: [run]
            ).map { row in
                EpochFacts(
                    number: row["number"], seconds: row["seconds"], images: row["images"],
                    redoneSeconds: row["redoneSeconds"], losses: losses[row["number"]] ?? [:],
                    stageSeconds: stages[row["number"]] ?? [], peakMemory: row["peakMemory"])
            }
        }
    }
}
