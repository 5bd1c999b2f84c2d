import Files
import GRDB
import Text

/// Why study.sqlite could not be used, or what was asked of it could not be done.
package enum StudyStoreError: Error, Sendable, Hashable {
    /// There is no file yet, and the command only reads.
    case missing(path: String)
    /// There is a file, but nothing in it, and the command only reads.
    case empty(path: String)
    /// There is a file, but nothing in it, and what lies beside it shows that something was recorded in it.
    case emptied(path: String, beside: [String])
    /// The file is there and cannot be read.
    case notReadable(path: String, why: String)
    /// Nothing can be made beside the file, and some of what it holds is in a log that is read only where that can be.
    case logNotReadable(path: String, why: String)
    /// The file changed while it was read as it lay there.
    case changedMeanwhile(path: String)
    /// The file lies where nothing can be written, and the command writes.
    case readOnlyDisk(path: String, why: String)
    /// The schema is of an older dotchi, and the file lies where nothing can be written.
    case olderSchemaThere(path: String, why: String)
    /// The file is no study.sqlite: no database at all, or one of another program.
    case notAStore(path: String)
    /// A newer dotchi has changed the schema.
    case newerSchema(path: String)
    /// The schema is of an older dotchi, and the command only reads.
    case olderSchema(path: String)
    /// The schema is of an older dotchi, and something of another program stands in the way of bringing it up to date; `sql`
    /// takes it away.
    case notBroughtUpToDate(path: String, why: String, sql: String)
    /// Something that another program put into the file, as a trigger or a column, keeps SQLite from doing what dotchi asks;
    /// `what` it is and the `sql` that takes it away are nil where they are not known.
    case inTheWay(path: String, what: String?, sql: String?, why: String)
    /// Another process held the file for longer than this one waits.
    case locked(path: String)
    /// No space is left on the device; nothing of the last change was kept.
    case diskFull(path: String)
    /// The file or its folder cannot be written, or cannot be opened at all.
    case notWritable(path: String)
    /// SQLite or the record in it says that the file is damaged.
    case damaged(path: String, why: String)
    /// The bytes of an image are not those that were recorded.
    case damagedImage(path: String, entry: String)
    /// A generation is not what was published.
    case damagedGeneration(path: String, name: String, why: String)
    /// A frozen plan, a seat of one, or its rows in a table are not what was frozen: `plan HASH`, `seat N of plan HASH`, `plan
    /// HASH (table NAME)`.
    case damagedPlan(String)
    /// SQLite reports another fault.
    case failed(path: String, why: String)
    /// Rows that are there keep new ones out; dotchi never wrote such rows.
    case oddRows(path: String, what: String)
    /// A row cannot be read: its JSON or its time is not what this version writes.
    case unreadableRow(what: String, why: String)
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
        case .empty(let path):
            """
            \(path) is empty (0 bytes). If something was recorded in it, that was lost where it was copied or where a disk was \
            full: put a copy of it back. Else nothing was recorded yet, and the first command that records something \
            fills it
            """
        case .emptied(let path, let beside):
            """
            \(path) is empty (0 bytes), but \(beside.joined(separator: ", ")) beside it \
            \(beside.count == 1 ? "shows" : "show") that something was recorded in it: that was lost where it was copied or \
            where a disk was full. Put a copy of it back, in the place of \(path)-wal and -shm too. Without one, remove it: the \
            next command that records something begins another\(beside.contains("runs/") ? Self.takesRuns : "")
            """
        case .notReadable(let path, let why):
            "\(path) cannot be read: \(why)"
        case .logNotReadable(let path, let why):
            """
            \(path) cannot be read where it is: its latest changes are in \(path)-wal, which SQLite reads only where it \
            can make a file beside it (\(why)). Copy the whole folder to a disk that can be written, and read it there
            """
        case .changedMeanwhile(let path):
            "\(path) was changed by another program while it was read; nothing was worked out from it. Try again"
        case .readOnlyDisk(let path, let why):
            """
            \(path) cannot be written: \(why). What only reads works there (`dotchi analyze`, `report --out DIR`, \
            `votes export`, `runs`, `pool list`); for all else copy the whole folder to a disk that can be written
            """
        case .olderSchemaThere(let path, let why):
            """
            \(path) was written by an older dotchi and must be brought up to date first, but it cannot be written: \
            \(why). Copy the whole folder to a disk that can be written; there `dotchi doctor --clean` brings it up to date
            """
        case .notAStore(let path):
            "\(path) is not a dotchi study: it is no SQLite database, or one of another program. If it was this study's, it "
                + "is damaged: put a copy of it back. Else move it away, or name another study with --study"
        case .newerSchema(let path):
            "\(path) was written by a newer dotchi; install that version or a later one"
        case .olderSchema(let path):
            "\(path) was written by an older dotchi; `dotchi doctor --clean` brings it up to date"
        case .notBroughtUpToDate(let path, let why, let sql):
            """
            \(path) was written by an older dotchi and cannot be brought up to date: \(why). Nothing was changed. Take it out of \
            the way, then try again: sqlite3 \(path.shellWord) \(sql.shellWord)
            """
        case .inTheWay(let path, let what, let sql, let why):
            """
            \(path): something that another program put into it is in the way\(what.map { ": \($0)" } ?? ""). SQLite says: \(why). \
            Nothing that was recorded is lost. Take it out of the way in a copy of the study first, \(Self.advice(path, sql))
            """
        case .locked(let path):
            "\(path) is in use by another process that does not let go of it; wait for that one to end, then try again"
        case .diskFull(let path):
            "no space left on device: nothing of the last change to \(path) was kept. Make room, then try again"
        case .notWritable(let path):
            "\(path) cannot be opened or written; check that its folder exists and that you may write there"
        case .damaged(let path, let why):
            """
            \(path) is damaged: \(why). Put a copy of it back, in the place of \(path)-wal and -shm too. Without one, move it away and start over: after \
            `dotchi dataset add`, `dotchi train` finds what lies in runs/, and answer files can be imported again once the \
            same pools and the same plan (`dotchi survey plan --seed`) are there
            """
        case .damagedImage(let path, let entry):
            """
            the image \(entry) in \(path) is damaged: its bytes are not those that were recorded (their SHA-256 differs). Put \
            a copy of the file back; `dotchi doctor` names every damaged image
            """
        case .damagedGeneration(let path, let name, let why):
            """
            \(name) in \(path) is damaged: \(why). Which image is whose, and what it was made from, cannot be believed. Put a \
            copy of the file back, in the place of \(path)-wal and -shm too. Without one, `dotchi pool refresh` or `dotchi \
            pool import` makes the pool's next generation, and `dotchi survey plan` a plan of that
            """
        case .damagedPlan(let part):
            """
            \(part) in study.sqlite is damaged: it is not what was frozen, and nobody is asked by it. \
            Put a copy of the file back, in the place of study.sqlite-wal and -shm too; `dotchi doctor` \
            \(part.hasPrefix("seat ") ? "names every damaged seat, and the others can be taken meanwhile" : "looks at all else")
            """
        case .failed(let path, let why):
            "\(path): \(why)"
        case .oddRows(let path, let what):
            """
            \(path) has rows that dotchi never writes: \(what). Another program changed the file, or it is damaged; nothing \
            of this change was kept. `dotchi doctor` names what is wrong; then put a copy of the file back
            """
        case .unreadableRow(let what, let why):
            """
            \(what) in study.sqlite cannot be read: \(why). Another program or a newer dotchi wrote it, or it is damaged. \
            `dotchi doctor` names all that is; then put a copy of study.sqlite back, in the place of study.sqlite-wal and \
            -shm too
            """
        case .refused(let why):
            why
        case .notFound(let what):
            what
        }
    }
}

extension StudyStoreError {
    /// How a store that is begun again gets its runs back.
    private static let takesRuns = ", and `dotchi runs import` takes checkpoints in runs/ into that"

    /// How what is in the way is taken away, or found.
    private static func advice(_ path: String, _ sql: String?) -> String {
        guard let sql else { return "where sqlite3 \(path.shellWord) .schema shows all tables, views and triggers" }
        return "with sqlite3 \(path.shellWord) \(sql.shellWord) there"
    }

    /// What an error of GRDB means for the file at `path`; `fault` is the system's reason, where there is one.
    /// `strangers` are what is not dotchi's in the schema, where that was looked for.
    init(_ error: DatabaseError, path: String, fault: FileFault? = nil, strangers: Schema.Strangers? = nil) {
        let why = error.message ?? "SQLite reports error \(error.extendedResultCode.rawValue)"
        if let fault, fault.isFullDisk {
            self = .diskFull(path: path)
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .notWritable(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, why: "SQLite says: \(why)")
        case .SQLITE_ERROR: self = Self.ofSchema(why, path: path, strangers)
        case .SQLITE_CONSTRAINT: self = Self.blaming(strangers, why, path: path) ?? Self.ofRule(error, why, path: path)
        case .SQLITE_IOERR: self = Self.ofSystem(error, why, path: path, fault)
        default: self = .failed(path: path, why: why)
        }
    }

    /// What a rule of the schema forbids. The rules that dotchi words itself (triggers) forbid what a command asked for.
    /// The others hold for everything that dotchi writes, so that rows are there which it never wrote.
    private static func ofRule(_ error: DatabaseError, _ why: String, path: String) -> Self {
        let place = why.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init)
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_TRIGGER: return .refused(why)
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .oddRows(
                path: path, what: "it already has a row where a new one belongs" + (place.map { " (\($0))" } ?? ""))
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            let table = error.sql.flatMap { $0.firstMatch(of: /INSERT (?:OR [A-Z]+ )?INTO ([A-Za-z]+)/) }.map {
                " of \($0.1)"
            }
            return .oddRows(path: path, what: "a row\(table ?? "") would refer to one that is gone")
        default: return .oddRows(path: path, what: "a row would break a rule of its table (\(why))")
        }
    }

    /// What the system, and not SQLite, did not do.
    private static func ofSystem(_ error: DatabaseError, _ why: String, path: String, _ fault: FileFault?) -> Self {
        let reason = fault.map { "\($0)" }
        return switch error.extendedResultCode {
        case .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS:
            .damaged(path: path, why: reason ?? "it ended while it was read")
        case .SQLITE_IOERR_READ:
            .failed(
                path: path,
                why: "it could not be read to its end: \(reason ?? why). Copy what can be read to another disk")
        case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_SHMLOCK,
            .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_SHMOPEN:
            .failed(
                path: path,
                why: "the file system it lies on keeps no locks (\(reason ?? why)); move the study to a local disk")
        default:
            .failed(path: path, why: "nothing of the last change was kept: \(reason ?? why)")
        }
    }
}
