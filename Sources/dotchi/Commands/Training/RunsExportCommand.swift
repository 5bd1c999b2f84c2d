import ArgumentParser
import Foundation
import Generators
import StudyStore

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
        let study = try OpenStudy(options, readOnly: true)
        let run = try study.run(named: name).run
        let record = try study.checkpoint(of: run, at: epoch)
        let rows = try study.store.epochs(of: run.id).filter { $0.number <= record.epoch }.map(\.facts)
        let checkpoint = try study.checkpoint(record)
        try checkpoint.export(
            to: URL(filePath: file), half ? .half : .single, rows: rows, device: run.machine.device,
            threads: run.machine.threads, startedAt: run.startedAt)
        try Console.data(file)
    }
}
