package import Foundation
package import Study

/// A checkpoint that was trained elsewhere, with what its file says of its run.
package struct ImportedCheckpoint: Sendable, Hashable {
    /// The network as it was trained, under the name it has here.
    package var settings: NetworkSettings
    /// Where it was trained.
    package var machine: TrainingMachine
    /// When its run began; nil where the file does not say.
    package var startedAt: Date?
    /// The epochs of its run so far, 1, 2 ...; none where the file does not tell of them.
    package var rows: [EpochFacts]
    /// Epochs trained.
    package var epoch: Int
    /// Training time of those epochs in seconds.
    package var seconds: Double
    /// The file, relative to the study folder.
    package var file: String
    /// SHA-256 of the file.
    package var sha256: String

    /// An imported checkpoint.
    package init(
        settings: NetworkSettings, machine: TrainingMachine, startedAt: Date?, rows: [EpochFacts], epoch: Int,
        seconds: Double, file: String, sha256: String
    ) {
        self.settings = settings
        self.machine = machine
        self.startedAt = startedAt
        self.rows = rows
        self.epoch = epoch
        self.seconds = seconds
        self.file = file
        self.sha256 = sha256
    }
}
