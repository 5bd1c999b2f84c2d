import Files
import Foundation
package import Generators
import Networks
import Pictures
import Study
import Tensors

extension TrainingRun {
    /// The checkpoint of the epochs trained so far: `checkpoint-000010.safetensors`.
    var checkpointFile: URL { folder.appending(path: "checkpoint-\(paddedEpochs).safetensors") }

    /// The samples beside it: `samples-000010.png`.
    var samplesFile: URL { folder.appending(path: "samples-\(paddedEpochs).png") }

    private var paddedEpochs: String {
        let digits = String(progress.epochs)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Writes checkpoint and samples of the epochs trained so far, reports them, then writes the resume file.
    ///
    /// - Parameter samples: the ``ImageNetwork/samplePictures()`` of these epochs.
    /// - Throws: ``GeneratorError`` where the weights are no numbers any more; what writing and `report` throw.
    func keepCheckpoint(samples: [PixelBuffer], _ report: (TrainingEvent) throws -> Void) throws {
        try checkWeights()
        try Checkpoint.write(
            network, epochs: progress.epochs, seconds: progress.seconds, manifest: manifest, to: checkpointFile)
        try network.grid(of: samples, photographs).writePNG(to: samplesFile)
        HoldPoint.reached("training: checkpoint written")
        try report(
            .checkpoint(
                CheckpointFacts(
                    epoch: progress.epochs, seconds: progress.seconds, file: checkpointFile, samples: samplesFile)))
        HoldPoint.reached("training: checkpoint recorded")
        try writeResumeFile()
    }

    /// The kept checkpoints of this run that its folder holds, by epoch: of the same settings and photographs, and of epochs
    /// that it has behind it. A file that cannot be read is none.
    ///
    /// - Parameter known: epochs whose checkpoints are not asked for.
    package func keptCheckpoints(without known: Set<Int>) -> [Checkpoint] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            guard let digits = name.wholeMatch(of: /checkpoint-([0-9]{6,})\.safetensors/)?.1, let epoch = Int(digits),
                (1...max(1, epochs)).contains(epoch), !known.contains(epoch),
                let found = try? Checkpoint(reading: folder.appending(path: name)), found.epochs == epoch,
                found.manifest == manifest, found.network.changes(since: settings).isEmpty
            else { return nil }
            return found
        }
    }
}
