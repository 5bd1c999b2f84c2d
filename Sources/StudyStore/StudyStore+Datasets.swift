package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// Records a choice of photographs, in their order, and makes it the current one. One that is recorded already
    /// (by its manifest hash) becomes current again.
    ///
    /// - Throws: ``StudyStoreError``.
    @discardableResult
    package func addDataset(
        source: String, crop: Int?, seed: UInt64, manifestHash: String, photographs: [Photograph],
        skipped: [SkippedPhotograph] = [], at time: Date = .now
    ) throws -> DatasetRecord {
        try write { db in
            let turn = try Int.fetchOne(db, sql: "SELECT ifnull(max(turn), 0) + 1 FROM dataset")
            let known = try Int64.fetchOne(
                db, sql: "SELECT id FROM dataset WHERE manifestHash = ?", arguments: [manifestHash])
            if let known {
                try db.execute(sql: "UPDATE dataset SET turn = ? WHERE id = ?", arguments: [turn, known])
                return try Self.latest(db)
            }
            try db.execute(
                sql: """
                    INSERT INTO dataset (source, crop, seed, manifestHash, addedAt, turn) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [source, crop, Stored.seed(seed), manifestHash, Stored.time(time), turn])
            let id = db.lastInsertedRowID
            let photograph = try db.makeStatement(
                sql: "INSERT INTO photograph (datasetId, position, name, sha256, holdout) VALUES (?, ?, ?, ?, ?)")
            for (position, row) in photographs.enumerated() {
                try photograph.execute(arguments: [id, position, row.name, row.sha256, row.isHeldOut])
            }
            let skippedPhotograph = try db.makeStatement(
                sql: "INSERT INTO skippedPhotograph (datasetId, position, name, reason) VALUES (?, ?, ?, ?)")
            for (position, row) in skipped.enumerated() {
                try skippedPhotograph.execute(arguments: [id, position, row.name, row.reason])
            }
            return try Self.latest(db)
        }
    }

    /// The photographs in use: the dataset that was added last; nil before the first.
    package func currentDataset() throws -> DatasetRecord? {
        try read { try Self.dataset($0) }
    }

    /// The photographs recorded under `id`, the key that a run has; nil where there are none of that key.
    package func dataset(_ id: Int64) throws -> DatasetRecord? {
        try read { try Self.dataset($0, id: id) }
    }

    /// The photographs of a dataset, in their order.
    package func photographs(of dataset: Int64) throws -> [Photograph] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, sha256, holdout FROM photograph WHERE datasetId = ? ORDER BY position",
                arguments: [dataset]
            ).map { Photograph(name: $0["name"], sha256: $0["sha256"], isHeldOut: $0["holdout"]) }
        }
    }

    /// The files of a dataset's source that could not be read, in the order in which they were met.
    package func skippedPhotographs(of dataset: Int64) throws -> [SkippedPhotograph] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, reason FROM skippedPhotograph WHERE datasetId = ? ORDER BY position",
                arguments: [dataset]
            ).map { SkippedPhotograph(name: $0["name"], reason: $0["reason"]) }
        }
    }

    private static func latest(_ db: Database) throws -> DatasetRecord {
        guard let dataset = try dataset(db) else { preconditionFailure("a dataset was just added") }
        return dataset
    }

    /// The dataset of that key, or the one that was added last.
    private static func dataset(_ db: Database, id: Int64? = nil) throws -> DatasetRecord? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT id, source, crop, seed, manifestHash, addedAt,
                    (SELECT count(*) FROM photograph WHERE datasetId = dataset.id) AS photographs,
                    (SELECT count(*) FROM photograph WHERE datasetId = dataset.id AND holdout) AS held,
                    (SELECT count(*) FROM skippedPhotograph WHERE datasetId = dataset.id) AS skipped
                FROM dataset WHERE id = ifnull(?, id) ORDER BY turn DESC LIMIT 1
                """, arguments: [id]
        ).map { row in
            DatasetRecord(
                id: row["id"], source: row["source"], crop: row["crop"], seed: Stored.seed(row["seed"]),
                manifestHash: row["manifestHash"],
                addedAt: try Stored.time(
                    row["addedAt"], of: "the time of the photographs “\(row["source"] as String)”"),
                photographs: row["photographs"], holdout: row["held"], skipped: row["skipped"])
        }
    }
}
