package import Foundation
import GRDB

/// study.sqlite: what happened in a study, and the rules that keep it true.
///
/// One value holds one connection; calls take their turn on it, and any number of processes may have the file open.
/// Every change is one transaction, on disk when the call returns.
package struct StudyStore: Sendable {
    /// The file.
    package let file: URL

    /// Whether other users of the machine could read or write the file until it was opened just now.
    package let wasOpenToOthers: Bool

    let queue: DatabaseQueue

    /// Opens `file`, making it where it is not there yet and bringing its schema up to date.
    ///
    /// - Parameters:
    ///   - readOnly: whether nothing will be written; the file must then exist.
    ///   - patience: how many seconds to wait for another process that is writing.
    /// - Throws: ``StudyStoreError``.
    package init(at file: URL, readOnly: Bool = false, patience: Double = 10) throws {
        let deadline = Date(timeIntervalSinceNow: patience)
        self.file = file
        while true {
            do {
                queue = try StudyStoreError.explained(path: file.path) {
                    try Self.open(file, readOnly: readOnly, patience: patience)
                }
                wasOpenToOthers = !readOnly && Self.takeFromOthers(file)
                return
            } catch StudyStoreError.locked where Date.now < deadline {
                // Switching a new file to WAL does not wait for another process that does the same.
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Reads with `body`, all from one state of the file.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StudyStoreError.explained(path: file.path) { try queue.read(body) }
    }

    /// Changes the file with `body`, in one transaction that is kept whole or not at all.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try StudyStoreError.explained(path: file.path) { try queue.write(body) }
    }

    /// Reads all of the file, and looks whether it is sound.
    ///
    /// - Throws: ``StudyStoreError/damaged(path:why:)`` with the first thing that is wrong.
    package func check() throws {
        let found = try read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        if let found, found != "ok" {
            // SQLite begins with a line of its own for each database.
            let why = found.split(separator: "\n").last.map(String.init) ?? found
            throw StudyStoreError.damaged(path: file.path, why: why)
        }
    }

    /// Moves all changes from the log into the file, and empties the log.
    ///
    /// - Throws: ``StudyStoreError``; `locked` where another process still reads an earlier state.
    package func truncateLog() throws {
        try StudyStoreError.explained(path: file.path) {
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        }
    }

    private static func open(_ file: URL, readOnly: Bool, patience: Double) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        try check(file, readOnly: readOnly, configuration)
        configuration.readonly = readOnly
        configuration.journalMode = readOnly ? .default : .wal
        // What is erased is overwritten, and no temporary file holds a copy of it.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY") }
        if !readOnly { makePrivate(file) }
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        guard !readOnly else { return queue }
        // A vote is on disk when it is acknowledged; WAL's usual NORMAL may lose the last ones with the power.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        do {
            try Schema.migrator.migrate(queue)
        } catch {
            // Another process may have done it in the meantime.
            guard try queue.read(Schema.migrator.hasCompletedMigrations) else { throw error }
        }
        return queue
    }

    /// Refuses, without touching it, a file that is not ours to change.
    private static func check(_ file: URL, readOnly: Bool, _ configuration: Configuration) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let size = attributes?[.size] as? Int, size > 0 else {
            if readOnly { throw StudyStoreError.missing(path: file.path) }
            return
        }
        var configuration = configuration
        configuration.readonly = true
        try DatabaseQueue(path: file.path, configuration: configuration).read { db in
            let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
            guard mark == Schema.applicationID || tables.allSatisfy({ $0.hasPrefix("grdb_") }) else {
                throw StudyStoreError.notAStore(path: file.path)
            }
            if try Schema.migrator.hasBeenSuperseded(db) { throw StudyStoreError.newerSchema(path: file.path) }
            if readOnly, try !Schema.migrator.hasCompletedMigrations(db) {
                throw StudyStoreError.olderSchema(path: file.path)
            }
        }
    }
}

extension StudyStoreError {
    /// Runs `body`, and says what an error of the database in it means for the file at `path`.
    static func explained<Value>(path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StudyStoreError(error, path: path)
        }
    }
}
