import Foundation
import Generators
package import Pictures
package import Study
import StudyFiles
import StudyStore
import Tensors
import Training

/// The pictures that show what checkpoints do.
extension OpenStudy {
    /// The samples of a checkpoint: those that training wrote beside it, else the same made from it.
    ///
    /// - Throws: ``Failure`` where the checkpoint is not the one that was recorded, or its samples show photographs and there
    ///   are none; `EngineError`, `PictureError`.
    package func samples(of record: CheckpointRecord) async throws -> PixelBuffer {
        let checkpoint = try checkpoint(record)
        let kept = try samplesFile(of: record)
        if FileManager.default.fileExists(atPath: kept.path) { return try PixelBuffer(contentsOf: kept) }
        let network = checkpoint.network
        let photographs =
            network.architecture.inputSize == nil
            ? nil : try StudyPhotographs(self).training(network)[network.architecture.outputSize]
        return try await TensorThread.run { try checkpoint.load().samples(of: photographs) }
    }

    /// The samples beside a checkpoint: the trainer puts samples-000010.png beside checkpoint-000010.safetensors.
    private func samplesFile(of record: CheckpointRecord) throws -> URL {
        let checkpoint = try folder.place(of: record.file)
        let name = checkpoint.deletingPathExtension().lastPathComponent.replacing("checkpoint-", with: "samples-")
        return checkpoint.deletingLastPathComponent().appending(path: "\(name).png")
    }
}
