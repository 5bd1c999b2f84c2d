import ArgumentParser
import Foundation
import Study
import StudyStore
import Workflows

/// `dotchi runs import`: networks that were trained elsewhere.
struct RunsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take checkpoints that were trained elsewhere into this study.",
        discussion: """
            The files are those of `dotchi runs export`, or written by other programs in the same form. Each becomes a \
            checkpoint of a run marked as shipped, with its true epochs, seconds and device; its network must stand in \
            study.yaml. All files are taken or none.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: "The files.", completion: .file(extensions: ["safetensors"]))
    var files: [String]

    @Option(
        name: .customLong("as"), help: "The network of study.yaml that they are here (default: the name in the file).")
    var network: String?

    func run() throws {
        let study = try OpenStudy(options)
        let checkpoints = try RunImport(study).run(files.map { URL(filePath: $0) }, as: network)
        try Console.data(checkpoints.map(\.file).joined(separator: "\n"))
    }
}
