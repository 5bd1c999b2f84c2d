import Foundation

extension StudyStore {
    /// Makes a new, empty file that nobody but its owner can read or write, whatever the umask says. The log and its
    /// index, which SQLite makes beside it, get the same permissions. Where something is there already, or none can be
    /// made, nothing happens.
    ///
    /// - Returns: whether it was made.
    static func makePrivate(_ file: URL) -> Bool {
        let descriptor = Foundation.open(file.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        fchmod(descriptor, 0o600)
        close(descriptor)
        return true
    }

    /// Takes the permissions of all but the owner from a file that any user of the machine may read or write, and from
    /// its log; whether there were such. Permissions that a group alone was given stay.
    static func takeFromOthers(_ file: URL) -> Bool {
        var facts = stat()
        guard stat(file.path, &facts) == 0, facts.st_mode & 0o007 != 0, chmod(file.path, 0o600) == 0 else {
            return false
        }
        for ending in ["-wal", "-shm"] { chmod(file.path + ending, 0o600) }
        return true
    }
}
