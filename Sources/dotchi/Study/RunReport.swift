import Foundation
import Pictures
import Reports
import Study
import StudyFiles
import StudyStore

/// Gathers what is told of a training run, from the store and from the run's folder.
struct RunReport {
    private let study: OpenStudy

    /// Reports on the runs of `study`.
    init(_ study: OpenStudy) {
        self.study = study
    }

    /// Pictures over time in one report, at most.
    private static let mostPictures = 12
    /// Pictures in a row and in a column of those.
    private static let cells = 4

    /// All about a run.
    ///
    /// - Throws: `StudyStoreError`, `PictureError`.
    func report(on summary: RunSummary) throws -> TrainingReport {
        let run = summary.run
        let checkpoints = try study.store.checkpoints(of: run.id)
        let shown = try checkpoints.evenly(Self.mostPictures).compactMap { try samples(of: $0) }
        let side = run.settings.architecture.outputSize
        return TrainingReport(
            study: study.study.identity.title, run: run.name, network: run.settings,
            photographs: try run.dataset.flatMap { try study.store.dataset($0) }.map(facts) ?? [],
            machine: facts(of: run),
            epochs: try study.store.epochs(of: run.id).map(TrainedEpoch.init),
            progress: try shown.map { checkpoint, picture in
                try SampleGrid(
                    picture.firstCells(columns: Self.cells, rows: Self.cells, side: side), of: checkpoint)
            },
            last: try shown.last.map { try SampleGrid($0.picture, of: $0.checkpoint) },
            checkpoints: checkpoints.map {
                KeptCheckpoint(epoch: $0.epoch, seconds: $0.seconds, file: $0.file, sha256: $0.sha256)
            })
    }

    /// The samples beside a checkpoint; nil where the file is gone, or where another run has written over both.
    private func samples(of checkpoint: CheckpointRecord) throws -> (
        checkpoint: CheckpointRecord, picture: PixelBuffer
    )? {
        let weights = study.folder.root.appending(path: checkpoint.file)
        let samples = study.folder.root.appending(path: checkpoint.samplesFile)
        guard FileManager.default.fileExists(atPath: weights.path),
            FileManager.default.fileExists(atPath: samples.path), try fileSHA256(weights) == checkpoint.sha256
        else { return nil }
        return (checkpoint, try PixelBuffer(contentsOf: samples))
    }

    private func facts(of dataset: DatasetRecord) -> [TrainingReport.Fact] {
        [
            .init("source", dataset.source), .init("photographs", "\(dataset.photographs)"),
            .init("held out", "\(dataset.holdout)"),
            .init("crop", dataset.crop.map { "\($0) px" } ?? "largest square"), .init("seed", "\(dataset.seed)"),
            .init("manifest", dataset.manifestHash),
        ]
    }

    private func facts(of run: RunRecord) -> [TrainingReport.Fact] {
        var facts: [TrainingReport.Fact] = [
            .init("run", run.name), .init("device", run.machine.device), .init("threads", "\(run.machine.threads)"),
            .init("engine", run.machine.engine), .init("started", run.startedAt.formatted(.iso8601)),
        ]
        if let budget = run.budget { facts.append(.init("budget", budget.duration)) }
        if run.isShipped { facts.append(.init("origin", "came with a file, was not trained here")) }
        return facts
    }
}

extension SampleGrid {
    /// The picture of a checkpoint.
    fileprivate init(_ picture: PixelBuffer, of checkpoint: CheckpointRecord) throws {
        self.init(
            epoch: checkpoint.epoch, seconds: checkpoint.seconds, width: picture.width, height: picture.height,
            png: try picture.pngBytes())
    }
}

extension CheckpointRecord {
    /// The samples beside it: the trainer puts samples-000010.png beside checkpoint-000010.safetensors.
    var samplesFile: String {
        file.replacing("checkpoint-", with: "samples-").replacing(".safetensors", with: ".png")
    }
}

extension Array {
    /// At most `count` (2 or more) of the elements, evenly spread, the first and the last among them.
    fileprivate func evenly(_ count: Int) -> [Element] {
        guard self.count > count else { return self }
        return (0..<count).map { self[($0 * (self.count - 1) + (count - 1) / 2) / (count - 1)] }
    }
}
