import Files
import Foundation

/// What lies where a store should be, read without SQLite, which takes a file on trust: of a file that was cut within its
/// last page it reads the missing bytes as zeros, and rows that are gone are gone without a word.
struct StoreFile {
    let file: URL
    /// The file, as long as this is looked at; nil where there is none.
    let held: HeldFile?

    /// What lies at `file`.
    ///
    /// - Throws: ``FileFault`` where it cannot be opened.
    init(file: URL) throws(FileFault) {
        self.file = file
        held = try HeldFile(file.path)
    }

    /// What was found.
    enum Finding: Equatable {
        /// Nothing of this name.
        case absent
        /// A file of no bytes, with no changes in a log beside it.
        case empty
        /// A file that belongs to it, of this name, is none.
        case obstructed(String, FileFault)
        /// No SQLite database.
        case foreign
        /// It cannot be read, for the reason given.
        case unreadable(FileFault)
        /// A SQLite database of which something is missing.
        case damaged(String)
        /// As long as it should be. Where changes in a log or a journal beside it belong to it, it can only be read
        /// together with those.
        case whole(needsLog: Bool)
    }

    /// Looks, and where something is missing again: another process may write meanwhile. While one has the store open
    /// there is shared memory beside it; that the last one closes it is seen by looking once more.
    func finding() -> Finding {
        var finding = look()
        for turn in 0..<5 {
            guard case .damaged = finding else { break }
            let isShared = access(file.path + "-shm", F_OK) == 0
            guard isShared || turn == 0 else { break }
            if isShared { Thread.sleep(forTimeInterval: 0.03) }
            finding = look()
        }
        return finding
    }

    private func look() -> Finding {
        // SQLite would read and write them in the stead of its own.
        for end in ["-wal", "-journal", "-shm"] {
            let place = URL(filePath: file.path + end)
            if let kind = FileKind(at: place) { return .obstructed(place.lastPathComponent, FileFault(kind: kind)) }
        }
        guard let descriptor = held?.descriptor else { return .absent }
        // The log first: what is in it now is in the file or still in the log when the file is looked at.
        let log = StoreLog(of: file)
        let damage = StoreLog.damage(of: file)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return .unreadable(FileFault(number: errno)) }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            return .unreadable(FileFault(kind: FileKind(at: file) ?? .other))
        }
        let size = Int(facts.st_size)
        if size == 0 {
            return log == nil && damage == nil
                ? .empty : .damaged("it has no bytes, while study.sqlite-wal beside it holds changes")
        }
        var bytes = [UInt8](repeating: 0, count: StoreHeader.length)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { return .unreadable(FileFault(number: errno)) }
        guard StoreHeader.isMarked(bytes.prefix(count)) else { return .foreign }
        guard count == bytes.count else { return .damaged("it ends after \(count) bytes, within its header") }
        guard let header = StoreHeader(bytes) else { return .damaged("its header gives no size of pages") }
        // A journal holds pages as they were, and SQLite puts them back first.
        if Self.size(of: file.path + "-journal") > 0 { return .whole(needsLog: true) }
        if let damage {
            return .damaged(
                "the log beside it, \(file.path)-wal, which has its latest changes, is not whole: \(damage). Copies of both "
                    + "files, made together, are needed")
        }
        return log.map { fault(of: $0, header, size: size) } ?? fault(of: header, size: size)
    }

    /// Without changes in a log the file is all there is.
    private func fault(of header: StoreHeader, size: Int) -> Finding {
        guard let pages = header.pages else {
            // Written by a program that does not count: SQLite goes by the length, in whole pages.
            return size % header.pageSize == 0
                ? .whole(needsLog: false) : .damaged("it ends within a page, after \(size) bytes")
        }
        let expected = pages * header.pageSize
        return size >= expected
            ? .whole(needsLog: false)
            : .damaged("it has \(size) bytes, but its header says \(expected): the end is missing")
    }

    /// With a log the file may be short: a checkpoint that was stopped midway leaves it so, and the log has the rest.
    private func fault(of log: StoreLog, _ header: StoreHeader, size: Int) -> Finding {
        guard log.pageSize == header.pageSize else {
            return .damaged("study.sqlite-wal beside it is of another database")
        }
        // Every change of the first page counts one up, and what a checkpoint moves into the file was in the log.
        if let counts = log.changes, !(counts.first...counts.last).contains(Int(header.changes)) {
            return .damaged(
                "study.sqlite-wal beside it is of another state of it: one of the two was cut, or put there without the "
                    + "other. If it is a copy that you put back, remove \(file.path)-wal and \(file.path)-shm too")
        }
        let whole = size / header.pageSize
        if whole >= log.mostPages { return .whole(needsLog: true) }
        guard let checked = log.verified() else { return fault(of: header, size: size) }
        guard
            let missing = (whole..<max(whole, checked.pages)).first(where: { !checked.numbers.contains(UInt32($0 + 1)) }
            )
        else { return .whole(needsLog: true) }
        return .damaged(
            "it has \(size) bytes, and page \(missing + 1) of \(checked.pages) is neither in it nor in study.sqlite-wal: "
                + "the end is missing")
    }

    /// The length of a file in bytes; 0 where it is not there.
    static func size(of path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
    }
}
