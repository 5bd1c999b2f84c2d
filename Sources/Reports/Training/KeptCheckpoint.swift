/// A checkpoint, as a training report lists it.
package struct KeptCheckpoint: Sendable, Hashable {
    /// Epochs trained.
    package var epoch: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// The file, relative to the study folder.
    package var file: String
    /// SHA-256 of the file in hexadecimal.
    package var sha256: String

    /// A checkpoint.
    package init(epoch: Int, seconds: Double, file: String, sha256: String) {
        self.epoch = epoch
        self.seconds = seconds
        self.file = file
        self.sha256 = sha256
    }
}
