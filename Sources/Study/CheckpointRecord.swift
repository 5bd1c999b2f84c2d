package import Foundation

/// A network as it was after some epoch of its run, kept as a file.
package struct CheckpointRecord: Sendable, Hashable {
    /// Key in the store.
    package var id: Int64
    /// Key of its run.
    package var run: Int64
    /// Epochs trained.
    package var epoch: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// The file, relative to the study folder.
    package var file: String
    /// SHA-256 of the file.
    package var sha256: String
    /// When it was made.
    package var madeAt: Date

    /// A checkpoint.
    package init(id: Int64, run: Int64, epoch: Int, seconds: Double, file: String, sha256: String, madeAt: Date) {
        self.id = id
        self.run = run
        self.epoch = epoch
        self.seconds = seconds
        self.file = file
        self.sha256 = sha256
        self.madeAt = madeAt
    }
}
