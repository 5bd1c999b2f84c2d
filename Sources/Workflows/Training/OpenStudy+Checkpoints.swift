import Foundation
import Generators
import Study
import StudyFiles
import StudyStore
import Tensors

/// The files of checkpoints, which must be the ones that were recorded.
extension OpenStudy {
    /// The checkpoint of a record, if its file is still the one that was recorded.
    ///
    /// - Throws: ``Failure`` that says what is wrong with it, and what to do.
    func checkpoint(_ record: CheckpointRecord) throws -> Checkpoint {
        if let fault = try fault(of: record) { throw fault }
        return try Checkpoint(reading: folder.place(of: record.file))
    }

    /// What is wrong with the file of a record, or with its times, and what to do; nil where it is the one that was recorded.
    func fault(of record: CheckpointRecord) throws -> Failure? {
        let file = try folder.place(of: record.file)
        guard FileManager.default.fileExists(atPath: file.path) else {
            return Failure(.noInput, "the checkpoint \(file.path) is gone. \(try remedy(for: record))")
        }
        guard try fileSHA256(file) != record.sha256 else { return try faultOfTimes(of: record) }
        return Failure(
            .badData, "the checkpoint \(file.path) is damaged: \(damage(of: file)). \(try remedy(for: record))")
    }

    /// What is wrong with the resume file of a run, and what to do; nil where it can be read or there is none yet.
    func faultOfResumeFile(of run: RunRecord) throws -> Failure? {
        let file = try resumeFile(of: run)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        do {
            _ = try SafetensorsFile(reading: file)
            return nil
        } catch {
            return Failure(
                .badData,
                """
                \(file.path), from which training goes on, is damaged: \(error.fault). Put a copy of it back, or move it \
                away: training starts over then, and checkpoints stay until it comes to their epochs.
                """)
        }
    }

    /// Whether a network was trained on another choice of photographs than this study's: a super-resolution network may
    /// have learned from what is held out here.
    ///
    /// - Throws: ``Failure`` where the study has no photographs.
    func wasTrainedOnOthers(_ checkpoint: Checkpoint) throws -> Bool {
        try checkpoint.manifest != dataset().manifestHash
    }

    private func resumeFile(of run: RunRecord) throws -> URL {
        try folder.place(of: "runs/\(run.settings.name)/resume.safetensors")
    }

    private func damage(of file: URL) -> String {
        do {
            _ = try Checkpoint(reading: file)
            return "it can be read, but is not what was recorded (its SHA-256 differs)"
        } catch let error as SafetensorsError {
            return error.fault
        } catch {
            return "\(error)"
        }
    }

    private func remedy(for record: CheckpointRecord) throws -> String {
        guard let summary = try store.runs().first(where: { $0.run.id == record.run }) else { return "" }
        let network = summary.run.settings.name
        if summary.run.isShipped {
            return "Move away what is left of it, and take it in again with `dotchi runs import FILE`."
        }
        // What a run knows at its latest epoch stands in its resume file too.
        if summary.isCurrent, record.epoch == summary.epochs, try faultOfResumeFile(of: summary.run) == nil,
            FileManager.default.fileExists(atPath: try resumeFile(of: summary.run).path)
        {
            return """
                Without it, `dotchi train --network \(network) --epochs \(record.epoch)` writes it again from \
                resume.safetensors: move away what is left of it.
                """
        }
        return "Put a copy of it back, or move runs/\(network) away and train the network again with `dotchi train`."
    }
}
