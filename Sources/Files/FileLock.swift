package import Foundation

/// Keeps work on one thing to one process at a time. The system releases the lock when the process ends, however it ends.
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of the file or folder at `place`; an empty file is made where nothing is there. Nil where another
    /// process has it.
    ///
    /// On a file system without locks there is none to take, and it is as if it were free.
    ///
    /// - Throws: ``FileFault`` where the file cannot be made or opened.
    package init?(_ place: URL) throws(FileFault) {
        var found = open(place.path, O_RDONLY | O_CLOEXEC)
        if found < 0, errno == ENOENT { found = open(place.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
        guard found >= 0 else { throw FileFault(number: errno) }
        descriptor = found
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
