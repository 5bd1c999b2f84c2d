package import Foundation
import Generators
package import Study
import Tensors

/// How long a training took, as its own files say: what study.sqlite says of it is compared with that.
package struct RecordedTimes: Sendable {
    /// Epochs trained.
    package let epochs: Int
    /// Training time of those epochs in seconds.
    package let seconds: Double
    /// The facts of each epoch; empty where the file lists none.
    package let rows: [EpochFacts]

    /// What a checkpoint says, read without its tensors; nil where it cannot be read.
    package init?(ofCheckpoint file: URL) {
        guard let metadata = try? SafetensorsFile.metadata(of: file), metadata["format"] == Checkpoint.format,
            let epochs = metadata["epochs"].flatMap(Int.init), let seconds = metadata["seconds"].flatMap(Double.init)
        else { return nil }
        self.epochs = epochs
        self.seconds = seconds
        rows =
            metadata["epoch_rows"].flatMap { try? JSONDecoder().decode([EpochFacts].self, from: Data($0.utf8)) } ?? []
    }

    /// What the resume file of the run in `folder` says; nil where there is none, or it cannot be read.
    package init?(ofRunIn folder: URL) {
        guard let metadata = try? SafetensorsFile.metadata(of: ResumeFile.place(in: folder)),
            metadata["format"] == ResumeFile.format,
            let progress = metadata["progress"].flatMap({
                try? JSONDecoder().decode(TrainingProgress.self, from: Data($0.utf8))
            })
        else { return nil }
        (epochs, seconds, rows) = (progress.epochs, progress.seconds, progress.rows)
    }
}
