import Files
import Foundation
import GRDB

extension StudyStore {
    /// How a store that cannot be written is read.
    package enum Readonliness: Sendable, Hashable {
        /// As any other, together with what other processes write.
        case shared
        /// As it lies there, since nothing can be made beside it: no process can have it open for writing.
        case asItIs
    }

    /// What lies at `file`, to be looked at.
    static func found(at file: URL) throws -> StoreFile {
        if let kind = FileKind(at: file) {
            throw StudyStoreError.notReadable(path: file.path, why: "\(FileFault(kind: kind))")
        }
        do {
            return try StoreFile(file: file)
        } catch {
            throw error.isFullDisk
                ? StudyStoreError.diskFull(path: file.path) : .notReadable(path: file.path, why: "\(error)")
        }
    }

    /// That the file of a store is whole, before SQLite takes it on trust.
    ///
    /// - Parameter isNew: whether the file was made just now, by this process.
    /// - Returns: what was found; never anything damaged or foreign.
    static func looked(at store: StoreFile, readOnly: Bool, isNew: Bool = false) throws -> StoreFile.Finding {
        let (file, finding) = (store.file, store.finding())
        switch finding {
        case .absent:
            if readOnly { throw StudyStoreError.missing(path: file.path) }
        case .empty:
            // What a process leaves that is killed as it makes a store.
            if readOnly { throw StudyStoreError.empty(path: file.path) }
            let remains = isNew ? [] : StudyRemains(beside: file).names
            guard remains.isEmpty else { throw StudyStoreError.emptied(path: file.path, beside: remains) }
        case .foreign: throw StudyStoreError.notAStore(path: file.path)
        case .unreadable(let fault):
            throw fault.isFullDisk
                ? StudyStoreError.diskFull(path: file.path)
                : .notReadable(path: file.path, why: "\(fault)")
        case .obstructed(let name, let fault):
            throw StudyStoreError.notReadable(
                path: file.path, why: "\(name) beside it belongs to it, and \(fault). Move that away")
        case .damaged(let why): throw StudyStoreError.damaged(path: file.path, why: why)
        case .whole: break
        }
        return finding
    }

    /// Whether a file was made or changed a moment ago, as one that another process is making.
    static func isYoung(_ file: URL) -> Bool {
        var facts = stat()
        guard stat(file.path, &facts) == 0 else { return false }
        return abs(Date.now.timeIntervalSince1970 - Double(facts.st_mtim.tv_sec)) < 3
    }

    /// Opens a store to be read where SQLite could not, because it makes files of its own beside it: as it lies there.
    ///
    /// - Parameter fault: what SQLite said.
    static func openAsItIs(
        _ file: URL, _ finding: StoreFile.Finding, after fault: DatabaseError, _ configuration: Configuration
    ) throws -> DatabaseQueue {
        guard [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(fault.resultCode),
            let why = whyNothingIsMade(beside: file)
        else { throw fault }
        guard finding == .whole(needsLog: false) else {
            throw StudyStoreError.logNotReadable(path: file.path, why: "\(why)")
        }
        guard sqliteTakesAddresses else {
            throw StudyStoreError.notReadable(
                path: file.path,
                why:
                    "\(why), and this SQLite reads there only what was closed and copied; copy the folder to another disk"
            )
        }
        return try DatabaseQueue(path: address(of: file), configuration: configuration)
    }

    /// Why no file can be made beside `file`; nil where one can.
    static func whyNothingIsMade(beside file: URL) -> FileFault? {
        let folder = file.deletingLastPathComponent()
        if access(folder.path, W_OK) != 0 {
            let number = errno
            return [EACCES, EPERM, EROFS].contains(number) ? FileFault(number: number) : nil
        }
        return FreeRoom.isNone(at: folder) ? FileFault(number: ENOSPC) : nil
    }

    /// The system's reason for an error of a database that is not open any more, as far as it can be told.
    static func fault(after error: DatabaseError, path: String) -> FileFault? {
        guard [.SQLITE_IOERR, .SQLITE_CANTOPEN].contains(error.resultCode) else { return nil }
        let folder = URL(filePath: path).deletingLastPathComponent()
        return FreeRoom.isNone(at: folder) ? FileFault(number: ENOSPC) : nil
    }

    /// The address by which SQLite reads a file that nobody changes meanwhile: without locks, log and shared memory.
    private static func address(of file: URL) -> String {
        let path = file.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file.path
        return "file:\(path)?immutable=1"
    }

    /// Whether this SQLite was built to take addresses for names of files, as Debian's is.
    private static let sqliteTakesAddresses =
        (try? DatabaseQueue().read { db in
            try String.fetchAll(db, sql: "PRAGMA compile_options").contains {
                $0.hasPrefix("USE_URI") && $0 != "USE_URI=0"
            }
        }) ?? false
}

/// What must stay as it is while a store is read as it lies there.
struct StoreState: Hashable {
    private let size: Int
    private let changedAt: [Int]
    private let number: UInt

    /// The state of `file` now; nil where it is gone.
    init?(of file: URL) {
        var facts = stat()
        guard stat(file.path, &facts) == 0 else { return nil }
        size = Int(facts.st_size)
        changedAt = [facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec]
        number = UInt(facts.st_ino)
    }
}
