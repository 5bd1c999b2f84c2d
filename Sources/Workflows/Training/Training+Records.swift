import Foundation
import Generators
import Logging
import Study
import StudyStore
import Tensors
import Training

extension Training {
    /// Makes what study.sqlite says of a run agree with the run's folder, which is the truth. It may say too much after a
    /// kill, and too little where it was lost, or where the folder was moved away and put back later.
    @TensorThread
    func reconcile(_ record: RunRecord, with run: TrainingRun) throws {
        try study.store.replaceEpochs(
            after: run.epochs - run.rows.count, with: run.rows, of: record.id)
        let known = Set(try study.store.checkpoints(of: record.id).map(\.epoch))
        for kept in run.keptCheckpoints(without: known) {
            try keep(kept.file, epoch: kept.epochs, seconds: kept.seconds, of: record)
        }
    }

    /// Records a kept checkpoint of a run after `epoch` epochs, which took `seconds` of training.
    func keep(_ file: URL, epoch: Int, seconds: Double, of run: RunRecord) throws {
        let (path, hash) = (study.relativePath(of: file), try fileSHA256(file))
        _ = try study.store.addCheckpoint(of: run.id, epoch: epoch, seconds: seconds, file: path, sha256: hash)
        log.debug("checkpoint recorded", metadata: ["file": "\(path)", "epoch": "\(epoch)", "sha256": "\(hash)"])
    }
}
