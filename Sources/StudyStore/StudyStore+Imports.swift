package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Records checkpoints that were trained elsewhere, all of them or none: each in the shipped run of its network that
    /// began at the same time with the same settings, else in a new one, which becomes the network's current run.
    ///
    /// A checkpoint that is recorded already stays as it is. Of two checkpoints of a run, the later one tells the epochs.
    ///
    /// - Throws: ``StudyStoreError``; `refused` where the network has a run that was trained here: a study never mixes
    ///   the two under one name.
    package func add(_ checkpoints: [ImportedCheckpoint], at time: Date = .now) throws -> [CheckpointRecord] {
        for checkpoint in checkpoints {
            if let why = checkpoint.fault { throw StudyStoreError.refused("\(checkpoint.settings.name): \(why)") }
            try Self.check(checkpoint.rows)
        }
        return try write { db in
            try checkpoints.map { checkpoint in
                let run = try Self.shippedRun(of: checkpoint, at: time, db)
                let known = try Int.fetchOne(
                    db, sql: "SELECT ifnull(max(number), 0) FROM epoch WHERE runId = ?", arguments: [run.id])
                try Self.insert(Array(checkpoint.rows.dropFirst(known ?? 0)), of: run.id, db)
                return try Self.addCheckpoint(
                    of: run.id, epoch: checkpoint.epoch, seconds: checkpoint.seconds, file: checkpoint.file,
                    sha256: checkpoint.sha256, at: time, db)
            }
        }
    }

    private static func shippedRun(of checkpoint: ImportedCheckpoint, at time: Date, _ db: Database) throws -> RunRecord
    {
        let current = try currentRun(of: checkpoint.settings.name, db)
        if let current {
            guard current.isShipped else {
                throw StudyStoreError.refused(
                    """
                    network \(current.settings.name) was trained in this study already (run \(current.name)), and an \
                    imported run would take its place: name another network of study.yaml for it with --as
                    """)
            }
            let known = try Int64.fetchOne(
                db, sql: "SELECT runId FROM checkpoint WHERE runId = ? AND epoch = ? AND sha256 = ?",
                arguments: [current.id, checkpoint.epoch, checkpoint.sha256])
            let isSame = current.startedAt == checkpoint.startedAt && current.settings.trains(like: checkpoint.settings)
            if known != nil || isSame { return current }
        }
        return try add(
            RunRecord(
                id: 0, number: (current?.number ?? 0) + 1, settings: checkpoint.settings, dataset: nil,
                machine: checkpoint.machine, startedAt: checkpoint.startedAt ?? time, budget: nil, isShipped: true), db)
    }
}
