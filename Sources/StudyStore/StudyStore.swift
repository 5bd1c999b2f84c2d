import Files
package import Foundation
import GRDB
import GRDBSQLite

/// study.sqlite: what happened in a study, and the rules that keep it true.
///
/// One value holds one connection; calls take their turn on it, and any number of processes may have the file open.
/// Every change is one transaction, on disk when the call returns.
package struct StudyStore: Sendable {
    /// The file.
    package let file: URL
    /// How the file is read where nothing will be written.
    package let readonliness: Readonliness

    /// Whether other users of the machine could read or write the file until it was opened just now.
    package let wasOpenToOthers: Bool

    let queue: DatabaseQueue
    /// Generations that were compared with their seals.
    let sealedGenerations = ComparedOnce<Int64>()
    /// Plans whose seats were compared with their heads, by hash.
    let comparedPlans = ComparedOnce<String>()
    /// What answers to seats are judged by.
    let knownSeats = KnownSeats()
    /// What the file was when it was opened, where nothing else shows changes.
    private let state: StoreState?

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
                let state = StoreState(of: file)
                (queue, readonliness) = try StudyStoreError.explained(path: file.path) {
                    try Self.open(file, readOnly: readOnly, patience: patience)
                }
                wasOpenToOthers = !readOnly && Self.takeFromOthers(file)
                self.state = readonliness == .asItIs ? state : nil
                return
            } catch StudyStoreError.emptied where Self.isYoung(file) && Date.now < deadline {
                // Another process may be making it.
                Thread.sleep(forTimeInterval: 0.02)
            } catch StudyStoreError.locked where Date.now < deadline {
                // Switching a new file to WAL does not wait for another process that does the same.
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Reads with `body`, all from one state of the file.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let value = try explained { try queue.read { db in try OddValues.looking(path: file.path) { try body(db) } } }
        if let state, StoreState(of: file) != state { throw StudyStoreError.changedMeanwhile(path: file.path) }
        return value
    }

    /// Changes the file with `body`, in one transaction that is kept whole or not at all.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try explained { try queue.write { db in try OddValues.looking(path: file.path) { try body(db) } } }
    }

    /// The same, without looking whether rows refer to rows that are there: one that refers to nothing, in a store that was
    /// damaged, would keep the tables of answers from being written again. `body` has to leave none behind itself.
    func writeWithoutReferences<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try explained {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
                try db.beginTransaction(.immediate)
                do {
                    let value = try OddValues.looking(path: file.path) { try body(db) }
                    try db.commit()
                    return value
                } catch {
                    try? db.rollback()
                    throw error
                }
            }
        }
    }

    /// Runs `body`, and says what an error of the database in it means, with the system's reason where there is one.
    private func explained<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            let isOfSystem = [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains(error.resultCode)
            let number = isOfSystem ? queue.inDatabase { sqlite3_system_errno($0.sqliteConnection) } : 0
            let strangers = queue.inDatabase { Schema.Strangers(error, $0) }
            throw StudyStoreError(
                error, path: file.path, fault: number == 0 ? nil : FileFault(number: number), strangers: strangers)
        }
    }

    /// Moves all changes from the log into the file, and empties the log.
    ///
    /// - Returns: whether the log held anything.
    /// - Throws: ``StudyStoreError``; `locked` where another process still reads an earlier state.
    @discardableResult
    package func truncateLog() throws -> Bool {
        let log = try? FileManager.default.attributesOfItem(atPath: file.path + "-wal")
        let isEmpty = (log?[.size] as? Int ?? 0) == 0
        try StudyStoreError.explained(path: file.path) {
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        }
        return !isEmpty
    }

    private static func open(
        _ file: URL, readOnly: Bool, patience: Double
    ) throws -> (queue: DatabaseQueue, readonliness: Readonliness) {
        var configuration = Configuration()
        configuration.busyMode = Self.patience(patience)
        let isNew = !readOnly && makePrivate(file)
        let found = try found(at: file)
        configuration.prepareDatabase { [held = found.held] db in
            // As long as the connection there must be the descriptor.
            _ = held
            // What is erased is overwritten, and no temporary file holds a copy of it.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        let finding = try looked(at: found, readOnly: readOnly, isNew: isNew)
        if readOnly { return try openForReading(file, finding, configuration) }
        do {
            if case .whole = finding { try check(file, configuration) }
            return (try openForWriting(file, configuration), .shared)
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            guard let why = whyNothingIsMade(beside: file), !why.isFullDisk else { throw error }
            throw StudyStoreError.readOnlyDisk(path: file.path, why: "\(why)")
        }
    }

    private static func openForWriting(_ file: URL, _ configuration: Configuration) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        // A vote is on disk when it is acknowledged; WAL's usual NORMAL may lose the last ones with the power.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        while true {
            let before = try queue.read(Schema.migrator.appliedIdentifiers)
            let obstacle = try queue.read { try Schema.obstacle($0, path: file.path, isWriting: true) }
            if let obstacle { throw obstacle }
            do {
                try Schema.migrator.migrate(queue)
                return queue
            } catch {
                // Another process may have done it in the meantime, or be at it.
                let applied = try queue.read(Schema.migrator.appliedIdentifiers)
                guard applied.count > before.count else { throw error }
            }
        }
    }

    /// How to wait for another process that writes: for so many seconds, looking every 2 ms. SQLite's own waiting looks
    /// more and more seldom, and could miss each of the moments that long work leaves to others.
    static func patience(_ seconds: Double) -> Database.BusyMode {
        .callback { tries in
            guard Double(tries) * 0.002 < seconds else { return false }
            usleep(2_000)
            return true
        }
    }

    private static func openForReading(
        _ file: URL, _ finding: StoreFile.Finding, _ configuration: Configuration
    ) throws -> (queue: DatabaseQueue, readonliness: Readonliness) {
        var configuration = configuration
        configuration.readonly = true
        var readonliness = Readonliness.shared
        let queue: DatabaseQueue
        do {
            queue = try DatabaseQueue(path: file.path, configuration: configuration)
        } catch let error as DatabaseError {
            queue = try openAsItIs(file, finding, after: error, configuration)
            readonliness = .asItIs
        }
        try queue.read { db in
            try refuse(db, file)
            if try !Schema.migrator.hasCompletedMigrations(db) {
                if let obstacle = try Schema.obstacle(db, path: file.path, isWriting: false) { throw obstacle }
                throw whyNothingIsMade(beside: file).map { .olderSchemaThere(path: file.path, why: "\($0)") }
                    ?? StudyStoreError.olderSchema(path: file.path)
            }
        }
        return (queue, readonliness)
    }

    /// Refuses, without touching it, a file that is not ours to change.
    private static func check(_ file: URL, _ configuration: Configuration) throws {
        var configuration = configuration
        configuration.readonly = true
        try DatabaseQueue(path: file.path, configuration: configuration).read { try refuse($0, file) }
    }

    /// Refuses what is not ours, or of a newer dotchi.
    private static func refuse(_ db: Database, _ file: URL) throws {
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        guard mark == Schema.applicationID || tables.allSatisfy({ $0.hasPrefix("grdb_") }) else {
            throw StudyStoreError.notAStore(path: file.path)
        }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StudyStoreError.newerSchema(path: file.path) }
    }
}

extension StudyStoreError {
    /// Runs `body`, and says what an error of the database in it means for the file at `path`.
    static func explained<Value>(path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StudyStoreError(
                error, path: path, fault: StudyStore.fault(after: error, path: path),
                strangers: Schema.Strangers(error, path: path))
        }
    }
}
