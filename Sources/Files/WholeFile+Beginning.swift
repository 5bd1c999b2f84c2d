package import Foundation

/// How unfinished files and folders begin: locked, so that nobody takes them for what a kill left.
extension WholeFile {
    /// Makes the unfinished file of `file` and locks it.
    ///
    /// - Parameter mode: the permissions of a new file, less the process's mask.
    /// - Returns: its place and its descriptor, which holds the lock until it is closed.
    /// - Throws: ``FileFault``.
    package static func begin(
        _ file: URL, mode: mode_t = 0o666
    ) throws(FileFault) -> (part: URL, descriptor: Int32) {
        while true {
            let part = unfinished(for: file)
            let descriptor = open(part.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            guard descriptor >= 0 else { throw FileFault(number: errno) }
            HoldPoint.reached("file: before it is locked")
            // Who looks for what a kill left may hold or have removed it before it was locked.
            if isMine(descriptor, at: part) { return (part, descriptor) }
            close(descriptor)
        }
    }

    /// Makes the unfinished folder of `folder`, with the folders that it lies in, and locks it.
    ///
    /// - Throws: ``FileFault``.
    package static func beginFolder(_ folder: URL) throws(FileFault) -> (part: URL, lock: FileLock) {
        while true {
            let part = unfinished(for: folder)
            do {
                try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
            } catch {
                throw FileFault(error)
            }
            HoldPoint.reached("folder: before it is locked")
            do throws(FileFault) {
                if let lock = try FileLock(part, creating: false), lock.isOf(part) { return (part, lock) }
            } catch {
                guard error.number == ENOENT else { throw error }
            }
        }
    }

    /// Locks the file that was opened; false where another has it, or its name is gone. Where the file system has no locks,
    /// the name alone decides.
    private static func isMine(_ descriptor: Int32, at part: URL) -> Bool {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
        return access(part.path, F_OK) == 0
    }
}
