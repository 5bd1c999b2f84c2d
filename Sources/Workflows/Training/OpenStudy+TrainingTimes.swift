import Foundation
import Study
import StudyFiles
package import StudyStore
import Training

/// Training times, which study.sqlite and the files of runs/ must say alike: conditions of equal time go by them.
extension OpenStudy {
    /// What study.sqlite says of a checkpoint's epochs and training time that no training can have taken, or that its file
    /// does not say; nil where both agree. A file that is gone, or cannot be read, is compared with nothing.
    func faultOfTimes(of record: CheckpointRecord) throws -> Failure? {
        guard TrainingTime.possible.contains(record.seconds) else {
            return Self.damagedTimes(
                "the checkpoint \(record.file) took \(record.seconds) seconds, which is impossible")
        }
        guard let file = RecordedTimes(ofCheckpoint: try folder.place(of: record.file)),
            file.epochs != record.epoch || !TrainingTime.areSame(file.seconds, record.seconds)
        else { return nil }
        return Self.damagedTimes(
            """
            the checkpoint \(record.file) took \(record.seconds) seconds for \(record.epoch.counted("epoch")), and the file \
            itself says \(file.seconds) seconds for \(file.epochs.counted("epoch"))
            """)
    }

    /// The same of the epochs of a run: they must be those that its resume file or one of its checkpoints names.
    func faultOfEpochs(of run: RunRecord) throws -> Failure? {
        let checkpoints = try store.checkpoints(of: run.id).compactMap {
            RecordedTimes(ofCheckpoint: try folder.place(of: $0.file))
        }
        let resumed = run.isShipped ? nil : RecordedTimes(ofRunIn: try folder.place(of: "runs/\(run.settings.name)"))
        let told = Dictionary(grouping: (checkpoints + [resumed].compactMap(\.self)).flatMap(\.rows)) { $0.number }
        for epoch in try store.epochs(of: run.id) {
            guard TrainingTime.possible.contains(epoch.seconds) else {
                return Self.damagedTimes(
                    "epoch \(epoch.number) of run \(run.name) took \(epoch.seconds) seconds, which is impossible")
            }
            guard let rows = told[epoch.number],
                !rows.contains(where: { TrainingTime.areSame($0.seconds, epoch.seconds) })
            else { continue }
            return Self.damagedTimes(
                """
                epoch \(epoch.number) of run \(run.name) took \(epoch.seconds) seconds, and the files in \
                runs/\(run.settings.name) say \(rows[0].seconds)
                """)
        }
        return nil
    }

    /// The same of all times of a run, its own and those of its checkpoints. A superseded run has no files that it could be
    /// compared with: the run after it has taken their place.
    package func faultOfTimes(of run: RunSummary) throws -> Failure? {
        guard run.isCurrent else { return nil }
        do {
            for record in try store.checkpoints(of: run.run.id) where record.epoch <= run.epochs {
                if let fault = try faultOfTimes(of: record) { return fault }
            }
            return try faultOfEpochs(of: run.run)
        } catch let error as StudyFolderError {
            // A checkpoint whose file is named where none can be.
            return Failure(.badData, "\(error).")
        }
    }

    /// That the times by which checkpoints are chosen for a method under a condition are those of their files.
    ///
    /// - Throws: ``Failure`` that names the first that is not.
    func checkTimes(of method: Method, under condition: Condition) throws {
        guard let name = condition.matchTimeOf, let matched = study.method(named: name) else { return }
        for network in Set(method.chain + matched.chain).sorted() {
            guard let run = try store.currentRun(of: network) else { continue }
            for record in try store.checkpoints(of: run.id) {
                if let fault = try faultOfTimes(of: record) { throw fault }
            }
        }
    }

    private static func damagedTimes(_ what: String) -> Failure {
        Failure(
            .badData,
            """
            by study.sqlite \(what). Put a copy of study.sqlite back, in the place of study.sqlite-wal and -shm too.
            """)
    }
}

/// Seconds of training.
private enum TrainingTime {
    /// Those that are believed.
    static let possible = 0.0...1e12

    /// Whether two times are the same, but for how they were rounded.
    static func areSame(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) <= 1e-9 * max(1, abs(first))
    }
}
