import ArgumentParser
import Foundation
import Study
import StudyFiles

/// Which study a command works on: `--study DIR`, else the nearest parent with a study.yaml.
struct StudyOptions: ParsableArguments {
    @Option(
        name: .customLong("study"),
        help: "The study folder (default: the nearest folder from here upwards that has a study.yaml).",
        completion: .directory)
    var path: String?

    /// The folder, found but not read.
    ///
    /// - Throws: `StudyFolderError`.
    func folder() throws -> StudyFolder {
        if let path { return try .at(URL(filePath: path)) }
        return try .find(from: URL(filePath: FileManager.default.currentDirectoryPath))
    }
}
