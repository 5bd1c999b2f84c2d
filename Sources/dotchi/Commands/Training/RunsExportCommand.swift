import ArgumentParser
import Foundation
import Workflows

/// `dotchi runs export`: a checkpoint that other studies and other programs can take.
struct RunsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a checkpoint with the history of its run to one file.",
        discussion: """
            The file is safetensors: the generators' weights, and in its metadata settings, epochs, seconds and losses \
            of the run so far, and where it was trained. `dotchi runs import` takes it into another study.
            """)

    @OptionGroup var options: StudyOptions

    @Argument(help: ArgumentHelp("The network's name, or NETWORK/NUMBER for an earlier run.", valueName: "run"))
    var name: String

    @Argument(help: "The file to write.", completion: .file(extensions: ["safetensors"]))
    var file: String

    @Option(
        parsing: .unconditional, help: "The epochs of the checkpoint (default: the last one kept).",
        transform: Number.whole)
    var epoch: Int?

    @Flag(help: "Keep weights in half precision: half the size, and images that differ by a level here and there.")
    var half = false

    func run() throws {
        try OpenStudy(options, readOnly: true).exportRun(
            named: name, at: epoch, half: half, to: URL(filePath: file))
        try Console.data(file)
    }
}
