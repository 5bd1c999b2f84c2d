package import Foundation
import GRDB
package import Study

extension StudyStore {
    /// The run in which a network with `settings` is trained on `dataset`: its current run where that was started with
    /// the same settings and photographs, else a new one.
    ///
    /// More epochs or other checkpoints go on with the same run, and so does another machine; the record then has the
    /// latest. Any other change makes the next number.
    ///
    /// - Parameters:
    ///   - dataset: key of the photographs.
    ///   - budget: seconds of training it may take, where the command set that instead of epochs.
    /// - Throws: ``StudyStoreError``.
    package func startRun(
        of settings: NetworkSettings, dataset: Int64, on machine: TrainingMachine, budget: Double? = nil,
        at time: Date = .now
    ) throws -> RunRecord {
        try write { db in
            let current = try Self.currentRun(of: settings.name, db)
            if var current, current.settings.trains(like: settings), current.dataset == dataset {
                current.settings = settings
                current.machine = machine
                current.budget = budget
                try db.execute(
                    sql:
                        "UPDATE run SET settings = ?, device = ?, threads = ?, engine = ?, budgetSeconds = ? WHERE id = ?",
                    arguments: [
                        try Stored.json(settings), machine.device, machine.threads, machine.engine, budget,
                        current.id,
                    ])
                return current
            }
            return try Self.add(
                RunRecord(
                    id: 0, number: (current?.number ?? 0) + 1, settings: settings, dataset: dataset, machine: machine,
                    startedAt: time, budget: budget, isShipped: false), db)
        }
    }

    /// The current run of the network called `network`; nil before its first.
    package func currentRun(of network: String) throws -> RunRecord? {
        try read { try Self.currentRun(of: network, $0) }
    }

    /// The networks with a run that came with a file.
    package func shippedNetworks() throws -> Set<String> {
        try read { try String.fetchSet($0, sql: "SELECT DISTINCT network FROM run WHERE shipped") }
    }

    /// The runs whose rows cannot be read, by network and number, each with the reason.
    package func unreadableRuns() throws -> [UnreadableRun] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY network, number").compactMap { row in
                do {
                    _ = try Self.run(row)
                    return nil
                } catch let fault as StudyStoreError {
                    return UnreadableRun(network: row["network"], number: row["number"], fault: fault)
                }
            }
        }
    }

    /// All runs that can be read, by network and number; the others are ``unreadableRuns()``.
    package func runs() throws -> [RunSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, network, number, settings, datasetId, device, threads, engine, startedAt,
                        budgetSeconds, shipped,
                        number = (SELECT max(number) FROM run AS other WHERE other.network = run.network) AS isCurrent,
                        max((SELECT count(*) FROM epoch WHERE runId = run.id),
                            (SELECT ifnull(max(epoch), 0) FROM checkpoint WHERE runId = run.id)) AS epochs,
                        max((SELECT total(seconds) FROM epoch WHERE runId = run.id),
                            (SELECT ifnull(max(seconds), 0) FROM checkpoint WHERE runId = run.id)) AS seconds,
                        (SELECT total(redoneSeconds) FROM epoch WHERE runId = run.id) AS redoneSeconds,
                        (SELECT CAST(min(total(images), 9e15) AS INTEGER) FROM epoch WHERE runId = run.id) AS images,
                        (SELECT count(DISTINCT epoch) FROM checkpoint WHERE runId = run.id) AS checkpoints
                    FROM run ORDER BY network, number
                    """
            ).compactMap { row in
                guard let run = try? Self.run(row) else { return nil }
                return RunSummary(
                    run: run, isCurrent: row["isCurrent"], epochs: row["epochs"],
                    seconds: row["seconds"], redoneSeconds: row["redoneSeconds"], images: row["images"],
                    checkpoints: row["checkpoints"])
            }
        }
    }

    static func currentRun(of network: String, _ db: Database) throws -> RunRecord? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM run WHERE network = ? ORDER BY number DESC LIMIT 1", arguments: [network]
        ).map(run)
    }

    /// Adds a run; the answer has its key.
    static func add(_ run: RunRecord, _ db: Database) throws -> RunRecord {
        var run = run
        let (settings, machine) = (run.settings, run.machine)
        try db.execute(
            sql: """
                INSERT INTO run (
                    network, number, kind, settings, datasetId, seed, device, threads, engine, startedAt, budgetSeconds,
                    shipped)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                settings.name, run.number, settings.architecture.kind.rawValue, try Stored.json(settings), run.dataset,
                Stored.seed(settings.seed), machine.device, machine.threads, machine.engine,
                Stored.time(run.startedAt), run.budget, run.isShipped,
            ])
        run.id = db.lastInsertedRowID
        return run
    }

    private static func run(_ row: Row) throws -> RunRecord {
        let network: String = row["network"]
        let number: Int = row["number"]
        return RunRecord(
            id: row["id"], number: number,
            settings: try Stored.value(of: row["settings"], what: "the settings of run \(network)/\(number)"),
            dataset: row["datasetId"],
            machine: TrainingMachine(device: row["device"], threads: row["threads"], engine: row["engine"]),
            startedAt: try Stored.time(row["startedAt"], of: "the time of run \(network)/\(number)"),
            budget: row["budgetSeconds"], isShipped: row["shipped"])
    }
}

extension NetworkSettings {
    /// Whether training with `other` takes the same steps as with these settings, as far as both go.
    func trains(like other: NetworkSettings) -> Bool {
        var same = other
        same.epochs = epochs
        same.checkpointEvery = checkpointEvery
        return same == self
    }
}
