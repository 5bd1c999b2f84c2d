import Files
package import Foundation
import Generators
import Networks
package import Study
package import Tensors

/// One network in training: its weights, where it stands, and its folder `runs/NAME`, from which it goes on by itself.
///
/// The same seed, photographs and settings give the same weights, stopped and resumed however often, on the CPU with
/// the same number of threads. An epoch is one pass over the photographs by every stage in order, each with photographs
/// of its own size.
@TensorThread
package final class TrainingRun {
    /// What is trained.
    package let settings: NetworkSettings
    /// Where checkpoints and the resume file lie.
    package let folder: URL
    /// What names the photographs: a hash over all of them.
    let manifest: String
    let network: ImageNetwork
    let stages: [any TrainingStage]
    let photographs: TrainingPhotographs
    var progress: TrainingProgress
    /// Whether it goes on from a resume file without a checksum, as they were once written.
    package internal(set) var hasUncheckedStart = false

    /// A run in `folder`, standing where the resume file there says, else at its beginning.
    ///
    /// - Parameters:
    ///   - settings: what is trained. Its name, epochs and checkpoint interval may differ from those of the resume file.
    ///   - photographs: the photographs by their size; every size that the network learns from must be there.
    ///   - manifest: the hash that names the photographs.
    ///   - folder: made where it is missing.
    ///   - device: where to train.
    ///   - threads: processor threads of one operation, at least 1.
    /// - Throws: ``GeneratorError`` where settings, photographs or the resume file do not fit; `EngineError`.
    package init(
        _ settings: NetworkSettings, photographs: [Int: TrainingPhotographs], manifest: String, folder: URL,
        on device: Device = .cpu, threads: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws {
        let bySize = try Self.chosen(from: photographs, for: settings)
        try TensorEngine.setThreadCount(threads)
        try TensorEngine.keepFreedMemory()
        ProcessMemory.beginPeak()
        network = try ImageNetwork(settings, on: device)
        self.settings = settings
        self.manifest = manifest
        self.folder = folder
        switch settings.architecture {
        case .dcgan(let dcgan):
            stages = [try AdversarialStage(0, of: network, width: dcgan.width, photographs: bySize[0])]
        case .multistage(let multistage):
            let network = network
            stages = try bySize.enumerated().map { stage, photographs in
                try AdversarialStage(stage, of: network, width: multistage.width, photographs: photographs)
            }
        case .srcnn(let srcnn):
            stages = [try SuperResolutionStage(network, srcnn, photographs: bySize[0])]
        case .bicubic:
            preconditionFailure("refused above")
        }
        self.photographs = bySize[bySize.count - 1]
        progress = TrainingProgress(
            losses: stages.reduce(0) { $0 + $1.lossNames.count }, stages: stages.count)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw GeneratorError("the folder \(folder.path) cannot be made: \(FileFault(error))")
        }
        try resume()
    }

    /// Whole epochs trained so far.
    package var epochs: Int { progress.epochs }
    /// Those epochs, in order; without the first ones where the resume file lacks them.
    package var rows: [EpochFacts] { progress.rows }
    /// Seconds of training so far, over all restarts.
    package var seconds: Double { progress.totalSeconds }

    /// Steps of one stage in an epoch.
    var stepsPerStage: Int { photographs.count / settings.batch }
}
