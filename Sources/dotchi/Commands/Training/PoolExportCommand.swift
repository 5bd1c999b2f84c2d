import ArgumentParser
import Files
import Foundation
import Study
import StudyStore

/// `dotchi pool export`: the images as files.
struct PoolExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a pool's images as PNG files, byte for byte as study.sqlite has them.")

    @OptionGroup var options: StudyOptions

    @Argument(help: "METHOD/CONDITION, or METHOD/CONDITION@GENERATION.")
    var pool: PoolName

    @Argument(help: "The folder to write to; it must be empty or new.", completion: .directory)
    var folder: String

    func validate() throws {
        try pool.check(options)
    }

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let record = try pool.find(in: study)
        let folder = URL(filePath: folder).standardizedFileURL
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
            guard rename(part.path, folder.path) == 0 else { throw FileFault(number: errno) }
        } catch {
            try? FileManager.default.removeItem(at: part)
            guard error is CocoaError || error is FileFault else { throw error }
            throw Failure(.cannotCreate, "cannot write to \(folder.path): \(error as? FileFault ?? FileFault(error)).")
        }
        let renamed = zip(entries, names).count { entry, name in
            if case .file(let stem) = entry.origin { ImageFileName(stem: stem) != name } else { false }
        }
        if renamed > 0 {
            Console.say(
                "note: \(renamed.counted("image")) with names that no file can have, which dotchi never gave them; they "
                    + "have their numbers as names.")
        }
        try Console.data(folder.path)
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
