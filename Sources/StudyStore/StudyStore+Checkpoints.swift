package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Records a kept checkpoint of a run. One that is recorded already, with the same hash, stays as it is.
    ///
    /// - Parameters:
    ///   - seconds: training time up to `epoch`.
    ///   - file: path relative to the study folder.
    /// - Throws: ``StudyStoreError``.
    @discardableResult
    package func addCheckpoint(
        of run: Int64, epoch: Int, seconds: Double, file: String, sha256: String, at time: Date = .now
    ) throws -> CheckpointRecord {
        try write { db in
            try Self.addCheckpoint(of: run, epoch: epoch, seconds: seconds, file: file, sha256: sha256, at: time, db)
        }
    }

    static func addCheckpoint(
        of run: Int64, epoch: Int, seconds: Double, file: String, sha256: String, at time: Date, _ db: Database
    ) throws -> CheckpointRecord {
        let row = try Row.fetchOne(
            db,
            sql: """
                INSERT INTO checkpoint (runId, epoch, seconds, file, sha256, madeAt) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (runId, epoch, sha256) DO NOTHING RETURNING *
                """, arguments: [run, epoch, seconds, file, sha256, Stored.time(time)])
        let known =
            try row
            ?? Row.fetchOne(
                db, sql: "SELECT * FROM checkpoint WHERE runId = ? AND epoch = ? AND sha256 = ?",
                arguments: [run, epoch, sha256])
        guard let known else { preconditionFailure("a checkpoint was just added") }
        return try checkpoint(known)
    }

    /// The kept checkpoints of a run, by epoch; of one that was made again, the last.
    package func checkpoints(of run: Int64) throws -> [CheckpointRecord] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM checkpoint WHERE runId = ?
                        AND id = (SELECT max(id) FROM checkpoint AS other
                            WHERE other.runId = checkpoint.runId AND other.epoch = checkpoint.epoch)
                    ORDER BY epoch
                    """, arguments: [run]
            ).map(Self.checkpoint)
        }
    }

    /// The kept checkpoint of a run whose training time is nearest to `seconds`, the earlier one of two as near; nil
    /// where none is kept.
    package func checkpoint(of run: Int64, nearestTo seconds: Double) throws -> CheckpointRecord? {
        // `min` gives the first of equals.
        try checkpoints(of: run).min { abs($0.seconds - seconds) < abs($1.seconds - seconds) }
    }

    static func checkpoint(_ row: Row) throws -> CheckpointRecord {
        CheckpointRecord(
            id: row["id"], run: row["runId"], epoch: row["epoch"], seconds: row["seconds"], file: row["file"],
            sha256: row["sha256"],
            madeAt: try Stored.time(row["madeAt"], of: "the time of the checkpoint \(row["file"] as String)"))
    }
}
