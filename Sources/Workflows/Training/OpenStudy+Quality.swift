import Generators
import Study
package import StudyStore

extension OpenStudy {
    /// Measures the images of a run's last checkpoint.
    ///
    /// - Parameters:
    ///   - name: of the run, as ``run(named:)`` takes it.
    ///   - seed: of latent vectors, pairs, patches and directions.
    /// - Throws: ``Failure`` where there is no checkpoint, or sizes or the hold-out do not allow it; `EngineError`.
    package func quality(
        ofRun name: String, seed: UInt64, on device: TrainingDevice
    ) async throws -> (run: RunRecord, epoch: Int, table: QualityMeasure.Table) {
        let run = try run(named: name).run
        let record = try lastCheckpoint(of: run)
        let measure = try await QualityMeasure(photographs: StudyPhotographs(self), device: device.found())
        let checkpoint = try checkpoint(record)
        let table = try await measure.table(of: checkpoint, seed: seed)
        if try wasTrainedOnOthers(checkpoint) {
            let consequence =
                checkpoint.network.architecture.inputSize == nil
                ? "is held against those of this study" : "may have learned from those that are held out here"
            reporter.note("\(run.name) was trained on another choice of photographs, and \(consequence).")
        }
        return (run, record.epoch, table)
    }
}
