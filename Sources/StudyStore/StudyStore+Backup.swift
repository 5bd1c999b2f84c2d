import Files
package import Foundation
import GRDB

extension StudyStore {
    /// Copies the store as it is at one moment into a new file, while others read it and write into it: SQLite's online backup.
    /// The copy is looked through, and on disk when the call returns; nobody but its owner can read it.
    ///
    /// - Parameter place: where it goes; nothing may be there.
    /// - Throws: ``FileFault`` where the copy cannot be written; ``StudyStoreError``. Nothing is there then.
    package func backUp(to place: URL) throws {
        guard access(place.path, F_OK) != 0 else { throw FileFault(number: EEXIST) }
        let part = WholeFile.unfinished(for: place)
        let descriptor = open(part.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault(number: errno) }
        close(descriptor)
        defer {
            for name in [part.path, part.path + "-wal", part.path + "-shm", part.path + "-journal"] { unlink(name) }
        }
        try StudyStoreError.explained(path: part.path) {
            let copy = try DatabaseQueue(path: part.path)
            try queue.backup(to: copy)
            let faults = try copy.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
            guard faults == ["ok"] else {
                throw StudyStoreError.damaged(path: file.path, why: faults.joined(separator: "; "))
            }
            try copy.close()
        }
        try WholeFile.syncAll(of: part)
        // Unlike a renaming it never takes the place of a file. Where a disk has no links (FAT), the name is looked at once more.
        if link(part.path, place.path) != 0 {
            let number = errno
            guard [EPERM, EOPNOTSUPP, ENOSYS].contains(number) else { throw FileFault(number: number) }
            guard access(place.path, F_OK) != 0 else { throw FileFault(number: EEXIST) }
            guard rename(part.path, place.path) == 0 else { throw FileFault(number: errno) }
        }
        try WholeFile.sync(place.deletingLastPathComponent())
    }
}
