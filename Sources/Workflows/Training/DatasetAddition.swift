import Datasets
import Files
package import Study
import StudyFiles
package import StudyStore
import Training

/// Chooses, hashes and prepares photographs, and makes them the ones that a study is trained on.
package struct DatasetAddition {
    private let study: OpenStudy

    /// An addition to `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Chooses photographs as `settings` say; those that cannot be read are named and skipped.
    ///
    /// - Parameter isWaiting: whether to wait where others choose or prepare photographs.
    /// - Throws: ``Failure`` where too many would be held out, or it is stopped; `DatasetError`, `StudyStoreError`.
    package func run(_ settings: DatasetSettings, waiting isWaiting: Bool) throws -> DatasetRecord {
        guard settings.holdout < settings.count else {
            throw Failure(
                .usage,
                """
                \(settings.holdout.counted("photograph")) cannot be held out of \(settings.count): --holdout takes 0 to \
                \(settings.count - 1) here. What is not given is as in study.yaml.
                """)
        }
        let reporter = study.reporter
        let locks = try study.locks(for: [.photographs], waiting: isWaiting)
        defer { withExtendedLifetime(locks) {} }
        WholeFile.removeUnfinished(in: study.folder.cache)
        let sizes = Set(study.study.networks.flatMap(\.trainingSizes)).sorted()
        if let crop = settings.crop, let largest = sizes.last, crop < largest {
            reporter.note(
                "the crop of \(crop) px is smaller than the \(largest) px of the largest network, so its "
                    + "photographs are enlarged; a crop of \(largest) px or more keeps them sharp.")
        }
        let bar = reporter.progress("photographs")
        let dataset = try DatasetBuilder(settings: settings, base: study.folder.root).build(
            preparing: sizes, cache: study.folder.cache
        ) { done, total in
            if reporter.isStopped { throw Failure(.interrupted, "stopped; no photographs were added.") }
            bar.show(done: done, total: total)
        }
        let record = try study.store.addDataset(
            source: dataset.source, crop: dataset.crop, seed: dataset.seed, manifestHash: dataset.manifestHash,
            photographs: dataset.photographs, skipped: dataset.skipped)
        for photograph in dataset.skipped.prefix(10) {
            reporter.say("skipped: \(photograph.name): \(photograph.reason)")
        }
        if dataset.skipped.count > 10 {
            reporter.say("skipped: \(dataset.skipped.count - 10) more; `dotchi dataset show` names them all")
        }
        bar.finish("chose \(record.photographs), held out \(record.holdout), skipped \(record.skipped)")
        return record
    }
}
