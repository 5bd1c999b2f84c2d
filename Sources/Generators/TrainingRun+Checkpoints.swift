import Foundation
import Networks
package import Pictures
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

    /// Writes checkpoint and samples of the epochs trained so far, tells of them, then writes the resume file.
    ///
    /// - Throws: ``TrainingError`` where the weights are no numbers any more; what writing and `report` throw.
    func keepCheckpoint(_ report: (TrainingEvent) throws -> Void) throws {
        try checkWeights()
        let file = SafetensorsFile(
            tensors: try network.stores.flatMap(\.state).stored(),
            metadata: [
                "format": Checkpoint.format, "network": try Self.json(settings), "epochs": String(progress.epochs),
                "seconds": String(progress.seconds), "seed": String(settings.seed), "photographs": manifest,
                "engine": try TensorEngine.describe(), "device": network.device.description,
                "threads": String(try TensorEngine.threadCount()),
            ])
        try file.write(to: checkpointFile)
        try samples().writePNG(to: samplesFile)
        try report(
            .checkpoint(
                CheckpointFacts(
                    epoch: progress.epochs, seconds: progress.seconds, file: checkpointFile, samples: samplesFile)))
        try writeResumeFile()
        progress.rows = []
    }

    /// A grid that shows what the network does now: of a generator, images of fixed latent vectors, 8 in a row; of a
    /// super-resolution network, three photographs a row: enlarged bicubically, by the network, and whole.
    ///
    /// - Throws: `EngineError`, what the photographs throw.
    package func samples() throws -> PixelBuffer {
        switch network.layers {
        case .generators(_, let latent):
            let latents = Latents.samples(seed: settings.seed, indices: 0..<ImageChain.block, length: latent)
            return PixelBuffer.grid(try network.pictures(ofLatents: latents), columns: 8)
        case .superResolution, .bicubic:
            let whole = try (0..<min(6, photographs.count)).map { index in
                PixelBuffer(
                    width: photographs.size, height: photographs.size, bytes: try photographs.batch([index]))
            }
            let small = whole.map { $0.resized(settings.architecture.inputSize ?? photographs.size) }
            let repaired = try network.pictures(enlarging: small)
            let rows = whole.indices.flatMap { [small[$0].resized(photographs.size), repaired[$0], whole[$0]] }
            return PixelBuffer.grid(rows, columns: 3)
        }
    }

    nonisolated static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
