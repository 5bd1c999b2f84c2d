import Files
package import Foundation

/// Keeps a run's folder to one training at a time: two would write over each other's files. The system lets go of it when
/// the process ends, however it ends.
package final class TrainingLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of `folder`, which is made where it is missing; nil where another training has it.
    ///
    /// On a file system that knows no locks there is none to take, and it is as if it were free.
    ///
    /// - Throws: ``TrainingError`` where the folder cannot be made.
    package init?(_ folder: URL) throws(TrainingError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw TrainingError("the folder \(folder.path) cannot be made: \(FileFault(error))")
        }
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Whether a training has the lock of `folder` now.
    ///
    /// - Throws: ``TrainingError`` where the folder cannot be looked into.
    package static func isTaken(_ folder: URL) throws(TrainingError) -> Bool {
        guard FileManager.default.fileExists(atPath: folder.path) else { return false }
        return try TrainingLock(folder) == nil
    }
}
