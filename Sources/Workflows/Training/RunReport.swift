import Foundation
import Pictures
package import Reports
import Study
import StudyFiles
package import StudyStore
import Tensors

/// Gathers what a training report shows, from the store and from the run's folder.
package struct RunReport {
    private let study: OpenStudy
    private let words: ReportTexts

    /// Reports on the runs of `study`, in the language of these words.
    package init(_ study: OpenStudy, _ words: ReportTexts) {
        self.study = study
        self.words = words
    }

    /// Pictures over time in one report, at most.
    private static let mostPictures = 12
    /// Pictures in a row and in a column of those.
    private static let cells = 4

    /// All about a run.
    ///
    /// - Throws: `StudyStoreError`, `PictureError`.
    package func report(on summary: RunSummary) async throws -> TrainingReport {
        let run = summary.run
        let checkpoints = try study.store.checkpoints(of: run.id)
        let shown = try await samples(of: checkpoints.evenly(Self.mostPictures))
        let side = run.settings.architecture.outputSize
        return TrainingReport(
            study: study.study.identity.title, run: run.name, network: run.settings,
            settings: run.settings.listing.map(TrainingReport.Fact.init),
            photographs: try run.dataset.flatMap { try study.store.dataset($0) }.map(facts) ?? [],
            machine: facts(of: run),
            epochs: try study.store.epochs(of: run.id),
            progress: try shown.map { checkpoint, picture in
                try SampleGrid(
                    picture.firstCells(columns: Self.cells, rows: Self.cells, side: side), of: checkpoint)
            },
            last: try shown.last.map { try SampleGrid($0.picture, of: $0.checkpoint) },
            checkpoints: checkpoints, words: words)
    }

    /// The samples of those checkpoints whose files are the ones that were recorded. Where some cannot be made, a note says
    /// and the report goes without.
    private func samples(
        of checkpoints: [CheckpointRecord]
    ) async throws -> [(checkpoint: CheckpointRecord, picture: PixelBuffer)] {
        var samples: [(checkpoint: CheckpointRecord, picture: PixelBuffer)] = []
        for checkpoint in checkpoints where try study.fault(of: checkpoint) == nil {
            do {
                samples.append((checkpoint, try await study.samples(of: checkpoint)))
            } catch let why where why is EngineError || why is Failure {
                study.reporter.note("the report shows no samples of epoch \(checkpoint.epoch): \(why)")
            }
        }
        return samples
    }

    private func facts(of dataset: DatasetRecord) -> [TrainingReport.Fact] {
        [
            fact(.source, dataset.source), fact(.photographs, "\(dataset.photographs)"),
            fact(.heldOut, "\(dataset.holdout)"), fact(.crop, dataset.cropText(words)),
            fact(.seed, "\(dataset.seed)"), fact(.manifest, dataset.manifestHash),
        ]
    }

    private func facts(of run: RunRecord) -> [TrainingReport.Fact] {
        var facts = [
            fact(.run, run.name), fact(.device, run.machine.device), fact(.threads, "\(run.machine.threads)"),
            fact(.engine, run.machine.engine), fact(.started, run.startedAt.formatted(.iso8601)),
        ]
        if let budget = run.budget { facts.append(fact(.budget, words.duration(seconds: budget))) }
        if run.isShipped { facts.append(fact(.origin, words.training(.cameWithFile))) }
        return facts
    }

    private func fact(_ key: ReportTexts.TrainingKey, _ value: String) -> TrainingReport.Fact {
        .init(words.training(key), value)
    }
}

extension DatasetRecord {
    /// The side of the square that is cut out of each photograph.
    package func cropText(_ words: ReportTexts) -> String {
        crop.map { words.training(.pixels, ["pixels": "\($0)"]) } ?? words.training(.largestSquare)
    }
}

extension SampleGrid {
    /// The picture of a checkpoint.
    fileprivate init(_ picture: PixelBuffer, of checkpoint: CheckpointRecord) throws {
        self.init(
            epoch: checkpoint.epoch, seconds: checkpoint.seconds,
            picture: PagePicture(png: try picture.pngBytes(), width: picture.width, height: picture.height))
    }
}

extension Array {
    /// At most `count` (2 or more) of the elements, evenly spread, the first and the last among them.
    fileprivate func evenly(_ count: Int) -> [Element] {
        guard self.count > count else { return self }
        return (0..<count).map { self[($0 * (self.count - 1) + (count - 1) / 2) / (count - 1)] }
    }
}
