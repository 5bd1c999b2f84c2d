package import Foundation

/// Keeps work on one thing to one process at a time. The system releases the lock when the process ends, however it ends.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of the file or folder at `place`; an empty file is made where nothing is there. Nil where another
    /// process has it.
    ///
    /// On a file system without locks there is none to take, and it is as if it were free.
    ///
    /// - Parameter creating: whether a missing file is made; else it is an error.
    /// - Throws: ``FileFault`` where the file cannot be made or opened.
    package init?(_ place: URL, creating: Bool = true) throws(FileFault) {
        // A network file system locks only what is open for writing, which a folder never is.
        var found = open(place.path, O_RDWR | O_NONBLOCK | O_CLOEXEC | (creating ? O_CREAT : 0), 0o600)
        if found < 0, [EISDIR, EACCES, EROFS].contains(errno) {
            found = open(place.path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        }
        guard found >= 0 else { throw FileFault(number: errno) }
        descriptor = found
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    /// Whether another process has the lock of `place` now; false where nothing is there, or it cannot be opened.
    package static func isTaken(_ place: URL) -> Bool {
        do throws(FileFault) {
            return try FileLock(place, creating: false) == nil
        } catch {
            return false
        }
    }

    /// Whether `place` still names the file that is locked, which nobody has removed since.
    package func isOf(_ place: URL) -> Bool {
        var (locked, found) = (stat(), stat())
        return fstat(descriptor, &locked) == 0 && stat(place.path, &found) == 0
            && locked.st_dev == found.st_dev && locked.st_ino == found.st_ino
    }

    /// Makes `text` all that is in the locked file; where it cannot be written nothing is said.
    func write(_ text: String) {
        let bytes = Array(text.utf8)
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}
