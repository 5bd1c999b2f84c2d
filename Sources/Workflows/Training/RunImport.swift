import Files
package import Foundation
import Generators
package import Study
import StudyFiles
import StudyStore
import Training

/// Takes checkpoints that were trained elsewhere into a study: copies their files to runs/ and records their runs.
package struct RunImport {
    private let study: OpenStudy

    /// An import into `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Takes all `files` or none; a file that was taken before stays as it is.
    ///
    /// - Parameter name: the network of study.yaml that they are from now on; by default the one that each file names.
    /// - Throws: ``Failure`` for a file that is no checkpoint, tells too little of its run, or holds another network than
    ///   study.yaml plans under the name; `StudyStoreError`.
    package func run(_ files: [URL], as name: String? = nil) throws -> [CheckpointRecord] {
        let locks = try study.locks(for: [.checkpoints], waiting: true)
        defer { withExtendedLifetime(locks) {} }
        let checkpoints = try files.map { try checked(Checkpoint(reading: $0), as: name) }
        var copied: [URL] = []
        do {
            for (checkpoint, source) in checkpoints {
                let target = try study.folder.place(of: checkpoint.file)
                if try copy(source, to: target, sha256: checkpoint.sha256) { copied.append(target) }
            }
            return try study.store.add(checkpoints.map(\.0))
        } catch {
            for copy in copied { try? FileManager.default.removeItem(at: copy) }
            throw error
        }
    }

    private func checked(_ checkpoint: Checkpoint, as name: String?) throws -> (ImportedCheckpoint, URL) {
        try checkpoint.check()
        let file = checkpoint.file
        var settings = checkpoint.network
        if let name { settings.name = name }
        guard let planned = study.study.network(named: settings.name) else {
            throw Failure(
                .badData,
                """
                \(file.path) is network “\(settings.name)”, which study.yaml does not have; it has \
                \(study.study.networks.map(\.name).list). Add it there, or name one of these with --as.
                """)
        }
        if let other = settings.architecture.difference(from: planned.architecture) {
            throw Failure(
                .badData,
                """
                \(file.path) is another network than “\(settings.name)” of study.yaml: \(other.key) is \
                \(other.value) in the file and \(other.other) in study.yaml. Change study.yaml, or name another \
                network with --as.
                """)
        }
        guard let device = checkpoint.device, let threads = checkpoint.threads, threads >= 1,
            !device.isEmpty, !checkpoint.engine.isEmpty
        else {
            throw Failure(
                .badData,
                """
                \(file.path) does not say on which device, with how many threads and which engine it was trained; \
                write it with `dotchi runs export`.
                """)
        }
        let sha256 = try fileSHA256(file)
        // The hash in the name keeps it apart from what a training here may write.
        let copy = study.folder.runs.appending(
            path: "\(settings.name)/imported-\(checkpoint.epochs)-\(sha256.prefix(12)).safetensors")
        let imported = ImportedCheckpoint(
            settings: settings,
            machine: TrainingMachine(device: device, threads: threads, engine: checkpoint.engine),
            startedAt: checkpoint.startedAt, rows: checkpoint.rows, epoch: checkpoint.epochs,
            seconds: checkpoint.seconds, file: study.relativePath(of: copy), sha256: sha256)
        return (imported, file)
    }

    /// Puts the bytes of `sha256` there, in place of a file that is damaged.
    ///
    /// - Returns: whether there was no file.
    private func copy(_ source: URL, to target: URL, sha256: String) throws -> Bool {
        let isThere = FileManager.default.fileExists(atPath: target.path)
        if isThere, try fileSHA256(target) == sha256 { return false }
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            let bytes = try RegularFile.bytes(of: source)
            guard hexSHA256(bytes) == sha256 else {
                throw Failure(
                    .ioError, "\(source.path) changed while it was read; call this again when it is complete.")
            }
            try WholeFile.write(bytes, to: target)
            return !isThere
        } catch let failure as Failure {
            throw failure
        } catch {
            let fault = error as? FileFault ?? FileFault(error)
            throw Failure(.cannotCreate, "\(source.path) cannot be copied to \(target.path): \(fault).")
        }
    }
}
