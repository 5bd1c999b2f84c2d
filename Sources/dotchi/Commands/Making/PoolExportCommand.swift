import ArgumentParser
import Files
import Foundation
import Study
import StudyStore

/// `dotchi pool export`: the images as files.
struct PoolExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a pool's images as PNG files, byte for byte as they were shown.")

    @OptionGroup var options: StudyOptions

    @Argument(help: "METHOD/CONDITION, or METHOD/CONDITION@GENERATION.")
    var pool: PoolName

    @Argument(help: "The folder to write to; it must be empty or new.", completion: .directory)
    var folder: String

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let record = try pool.find(in: study)
        let folder = URL(filePath: folder)
        if let content = try? FileManager.default.contentsOfDirectory(atPath: folder.path), !content.isEmpty {
            throw Failure(.cannotCreate, "\(folder.path) is not empty; name a new folder.")
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotCreate, "cannot make \(folder.path): \(FileFault(error)).")
        }
        for entry in try study.store.entries(of: record.generation) {
            let key = PoolEntry(
                pool: record.generation.pool, generation: record.generation.number, index: entry.index)
            try study.store.image(key).write(to: folder.appending(path: entry.fileName))
        }
        try Console.data(folder.path)
    }
}

extension EntryRecord {
    /// The imported file's stem, or the index in five digits; always PNG.
    fileprivate var fileName: String {
        switch origin {
        case .file(let stem): "\(stem).png"
        case .latent: String(repeating: "0", count: max(0, 5 - "\(index)".count)) + "\(index).png"
        }
    }
}
