import Study
import Foundation
import ArgumentParser
import StudyStore

/// `dotchi pool list`: what is published.
struct PoolListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the pools with their current generations.")

    @OptionGroup var options: StudyOptions

    func run() throws {
        let records = try OpenStudy.list(options) { try $0.currentGenerations() }
        guard !records.isEmpty else {
            Console.say(
                "No pool has images yet; once the networks are trained, `dotchi pool refresh` makes them. `dotchi pool "
                    + "import` brings in those of other generators.")
            return
        }
        let rows = records.map { record in
            [
                record.generation.pool.name, "\(record.generation.number)", "\(record.generation.count)",
                record.epochs.isEmpty ? "imported" : record.epochs.map(String.init).joined(separator: ", "),
                record.trainingSeconds.map { ($0 / 3600).decimals(4) } ?? "–",
                record.publishedAt.formatted(.iso8601),
            ]
        }
        try Console.result(
            ([["pool", "generation", "images", "epochs", "hours", "published"]] + rows).table)
    }
}
