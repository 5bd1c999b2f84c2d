import Files
package import Foundation
import Study
package import StudyStore

/// Writes the images of a pool as PNG files, byte for byte as the study keeps them.
package struct PoolExport {
    private let study: OpenStudy

    /// An export from `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Writes the images of `record` to `folder`, which must be empty or new, all or none.
    ///
    /// - Throws: ``Failure`` where the folder holds something or cannot be written; `StudyStoreError`.
    package func run(_ record: GenerationRecord, to folder: URL) throws {
        let output = try OutputFolder(folder, isReplaced: true)
        defer { withExtendedLifetime(output) {} }
        if FileManager.default.fileExists(atPath: folder.path) {
            guard let content = try? FileManager.default.contentsOfDirectory(atPath: folder.path), content.isEmpty
            else {
                throw Failure(.cannotCreate, "\(folder.path) is not empty; name a new folder.")
            }
        }
        let entries = try study.store.entries(of: record.generation)
        let names = ImageFileName.names(of: entries)
        let (part, lock) = try begin(folder)
        defer { withExtendedLifetime(lock) {} }
        do {
            for (entry, name) in zip(entries, names) {
                let key = PoolEntry(
                    pool: record.generation.pool, generation: record.generation.number, index: entry.index)
                try study.store.image(key).write(to: part.appending(path: name.name), options: .withoutOverwriting)
                HoldPoint.reached("pool export: image written")
            }
            try WholeFile.publish(part, as: folder)
        } catch {
            try? FileManager.default.removeItem(at: part)
            guard error is CocoaError || error is FileFault else { throw error }
            throw Failure(.cannotCreate, "cannot write to \(folder.path): \(error as? FileFault ?? FileFault(error)).")
        }
        let renamed = zip(entries, names).count { entry, name in
            if case .file(let stem) = entry.origin { ImageFileName(stem: stem) != name } else { false }
        }
        if renamed > 0 {
            study.reporter.note(
                "\(renamed.counted("image")) with names that no file can have, which dotchi never gave them; they "
                    + "have their numbers as names.")
        }
    }

    private func begin(_ folder: URL) throws -> (part: URL, lock: FileLock) {
        WholeFile.removeUnfinished(in: folder.deletingLastPathComponent(), of: folder.lastPathComponent)
        do throws(FileFault) {
            return try WholeFile.beginFolder(folder)
        } catch {
            throw Failure(.cannotCreate, "cannot write to \(folder.path): \(error).")
        }
    }
}
