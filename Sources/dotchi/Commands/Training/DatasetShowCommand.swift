import ArgumentParser
import Datasets
import Foundation
import Pictures
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi dataset show`: the photographs in use.
struct DatasetShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show which photographs are in use, and the first 64 as one grid.")

    @OptionGroup var options: StudyOptions

    @Option(help: "Write the first 64 photographs as a grid to this PNG file.", completion: .file(extensions: ["png"]))
    var grid: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let words = try language.words
        let dataset = try study.dataset()
        if let grid { try write(try StudyPhotographs(study).prepared(64), to: grid) }
        let photographs = words.training(
            .photographsHeldOut, ["photographs": "\(dataset.photographs)", "held_out": "\(dataset.holdout)"])
        let facts: [(ReportTexts.TrainingKey, String)] = [
            (.source, dataset.source), (.photographs, photographs),
            (.crop, dataset.cropText(words)), (.seed, "\(dataset.seed)"), (.manifest, dataset.manifestHash),
            (.added, dataset.addedAt.formatted(.iso8601)), (.skipped, "\(dataset.skipped)"),
        ]
        try Console.result(facts.map { words.fact(words.training($0), $1) }.joined(separator: "\n"))
        for skipped in try study.store.skippedPhotographs(of: dataset.id) {
            try Console.result("  " + words.fact(skipped.name, skipped.reason))
        }
    }

    private func write(_ photographs: PreparedPhotographs, to grid: String) throws {
        try PixelBuffer.grid((0..<min(64, photographs.count)).map { photographs[$0] }, columns: 8)
            .writePNG(to: URL(filePath: grid))
        Console.say("grid: \(grid)")
    }
}
