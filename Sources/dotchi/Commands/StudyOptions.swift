import ArgumentParser
import Foundation
import Study
import StudyFiles
import StudyStore
import Workflows

/// Which study a command works on: `--study DIR`, else the nearest parent with a study.yaml.
struct StudyOptions: ParsableArguments {
    @Option(
        name: .customLong("study"),
        help: "The study folder (default: the nearest folder from here upwards that has a study.yaml).",
        completion: .directory)
    var path: String?

    @OptionGroup var verbosity: VerboseOption

    /// The folder, found but not read.
    ///
    /// - Throws: `StudyFolderError`.
    func folder() throws -> StudyFolder {
        if let path { return try .at(URL(filePath: path)) }
        return try .find(from: URL(filePath: FileManager.default.currentDirectoryPath))
    }
}

extension OpenStudy {
    /// Opens the study that `options` name.
    ///
    /// - Parameters:
    ///   - readOnly: whether the command only reads; a study in which nothing happened yet is then an error.
    ///   - patience: how many seconds to wait for another process that is writing.
    init(_ options: StudyOptions, readOnly: Bool = false, patience: Double = 10) throws {
        try self.init(options.folder(), reporter: ConsoleReporter(), readOnly: readOnly, patience: patience)
    }

    /// What `list` finds in the study that `options` name; nothing where nothing happened in it yet.
    static func list<Item>(_ options: StudyOptions, _ list: (OpenStudy) throws -> [Item]) throws -> [Item] {
        do {
            return try list(OpenStudy(options, readOnly: true))
        } catch StudyStoreError.missing {
            return []
        }
    }
}
