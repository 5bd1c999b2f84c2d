import ArgumentParser
import Datasets
import Foundation
import Pictures
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

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let dataset = try study.dataset()
        if let grid { try write(try StudyPhotographs(study).prepared(64), to: grid) }
        try Console.result(
            """
            source: \(dataset.source)
            photographs: \(dataset.photographs), \(dataset.holdout) held out
            crop: \(dataset.crop.map { "\($0) px" } ?? "largest square")
            seed: \(dataset.seed)
            manifest: \(dataset.manifestHash)
            added: \(dataset.addedAt.formatted(.iso8601))
            skipped: \(dataset.skipped)
            """)
        for skipped in try study.store.skippedPhotographs(of: dataset.id) {
            try Console.result("  \(skipped.name): \(skipped.reason)")
        }
    }

    private func write(_ photographs: PreparedPhotographs, to grid: String) throws {
        try PixelBuffer.grid((0..<min(64, photographs.count)).map { photographs[$0] }, columns: 8)
            .writePNG(to: URL(filePath: grid))
        Console.say("grid: \(grid)")
    }
}
