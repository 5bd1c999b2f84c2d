package import Foundation
import Generators
import Study
import StudyStore

extension OpenStudy {
    /// Writes a checkpoint with the history of its run to `file`, for other studies and other programs.
    ///
    /// - Parameters:
    ///   - name: of the run, as ``run(named:)`` takes it.
    ///   - epoch: the epochs of the checkpoint; nil for the last one kept.
    ///   - isHalf: whether weights are kept in half precision.
    /// - Throws: ``Failure`` where there is no such checkpoint, or it is not the one that was recorded.
    package func exportRun(named name: String, at epoch: Int?, half isHalf: Bool, to file: URL) throws {
        let run = try run(named: name).run
        let record = try checkpoint(of: run, at: epoch)
        let rows = try store.epochs(of: run.id).filter { $0.number <= record.epoch }
        let checkpoint = try checkpoint(record)
        try checkpoint.export(
            to: file, isHalf ? .half : .single, rows: rows, device: run.machine.device, threads: run.machine.threads,
            startedAt: run.startedAt)
    }
}
