import ArgumentParser
import Foundation
import Workflows

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
        let folder = URL(filePath: folder).standardizedFileURL
        try PoolExport(study).run(pool.find(in: study), to: folder)
        try Console.data(folder.path)
    }
}
