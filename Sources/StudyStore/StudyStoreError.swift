import GRDB

/// Why study.sqlite could not be used, or what was asked of it could not be done.
package enum StudyStoreError: Error, Sendable, Hashable {
    /// There is no file yet, and the command only reads.
    case missing(path: String)
    /// The file is no study.sqlite: no database at all, or one of another program.
    case notAStore(path: String)
    /// A newer dotchi has changed the schema.
    case newerSchema(path: String)
    /// The schema is of an older dotchi, and the command only reads.
    case olderSchema(path: String)
    /// Another process held the file for longer than this one waits.
    case locked(path: String)
    /// There is no room left; nothing of the last change was kept.
    case diskFull(path: String)
    /// The file or its folder cannot be written, or cannot be opened at all.
    case notWritable(path: String)
    /// SQLite or the record in it says that the file is damaged.
    case damaged(path: String, why: String)
    /// SQLite reports another fault.
    case failed(path: String, why: String)
    /// A rule of the schema forbids the change.
    case refused(String)
    /// What was asked for is not there.
    case notFound(String)
}

extension StudyStoreError: CustomStringConvertible {
    /// What was wrong, and what to do.
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no \(path) yet; it is made by the first command that records something, as `dotchi dataset add`"
        case .notAStore(let path):
            "\(path) is not a dotchi study: it is no SQLite database, or one of another program. If it was this study's, it "
                + "is damaged: put a copy of it back. Else move it away, or name another study with --study"
        case .newerSchema(let path):
            "\(path) was written by a newer dotchi; install that version or a later one"
        case .olderSchema(let path):
            "\(path) was written by an older dotchi; any command that records something brings it up to date"
        case .locked(let path):
            "\(path) is in use by another process that does not let go of it; wait for that one to end, then try again"
        case .diskFull(let path):
            "no room is left where \(path) lies; nothing of the last change was kept. Make room, then try again"
        case .notWritable(let path):
            "\(path) cannot be opened or written; check that its folder exists and that you may write there"
        case .damaged(let path, let why):
            """
            \(path) is damaged (SQLite: \(why)). Put a copy of it back. Without one, move it away and begin anew: after \
            `dotchi dataset add`, `dotchi train` finds what lies in runs/, and answer files can be imported again once the \
            same pools and the same plan are there
            """
        case .failed(let path, let why):
            "\(path): \(why)"
        case .refused(let why):
            why
        case .notFound(let what):
            what
        }
    }
}

extension StudyStoreError {
    /// What an error of GRDB means for the file at `path`.
    init(_ error: DatabaseError, path: String) {
        let why = error.message ?? "SQLite reports error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .notWritable(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, why: why)
        case .SQLITE_CONSTRAINT: self = .refused(why)
        default: self = .failed(path: path, why: why)
        }
    }
}
