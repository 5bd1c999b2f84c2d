import Files
package import Foundation
package import Generators

/// Keeps a run's folder to one training at a time: two would write over each other's files. The system lets go of it when
/// the process ends, however it ends.
package final class TrainingLock: Sendable {
    private let lock: FileLock?

    /// Takes the lock of `folder`, which is made where it is missing; nil where another training has it.
    ///
    /// On a file system that knows no locks there is none to take, and it is as if it were free; so it is where the folder
    /// cannot be opened.
    ///
    /// - Throws: ``GeneratorError`` where the folder cannot be made.
    package init?(_ folder: URL) throws(GeneratorError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw GeneratorError("the folder \(folder.path) cannot be made: \(FileFault(error))")
        }
        do {
            guard let lock = try FileLock(folder) else { return nil }
            self.lock = lock
        } catch {
            lock = nil
        }
    }

    /// Whether a training has the lock of `folder` now.
    ///
    /// - Throws: ``GeneratorError`` where the folder cannot be looked into.
    package static func isTaken(_ folder: URL) throws(GeneratorError) -> Bool {
        guard FileManager.default.fileExists(atPath: folder.path) else { return false }
        return try TrainingLock(folder) == nil
    }
}
