import ArgumentParser
import Foundation
import Pictures
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi runs show`: one run, epoch by epoch.
struct RunsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a run: its epochs with seconds and losses, its checkpoints, its samples.")

    @OptionGroup var options: StudyOptions

    @Argument(help: ArgumentHelp("The network's name, or NETWORK/NUMBER for an earlier run.", valueName: "run"))
    var name: String

    @Option(help: "Write the samples of the last checkpoint to this PNG file.", completion: .file(extensions: ["png"]))
    var grid: String?

    @Option(
        help: "Write all about the run to this HTML file: settings, samples over time, curves, epochs, checkpoints.",
        completion: .file(extensions: ["html"]))
    var report: String?

    func run() async throws {
        let study = try OpenStudy(options, readOnly: true)
        let found = try study.run(named: name)
        let record = found.run
        if let fault = try study.faultOfTimes(of: found) {
            study.reporter.note("the times of run \(record.name) cannot be believed: \(fault)")
        }
        let epochs = try study.store.epochs(of: record.id)
        let checkpoints = try study.store.checkpoints(of: record.id)
        if let grid {
            try await study.samples(of: study.lastCheckpoint(of: record)).writePNG(to: URL(filePath: grid))
            Console.say("grid: \(grid)")
        }
        if let report {
            try await OutputFile(report).write(Data(RunReport(study).report(on: found).html.utf8))
            Console.say("report: \(report)")
        }
        try Console.result(
            """
            run: \(record.name)
            kind: \(record.settings.architecture.kind.rawValue), \(record.settings.architecture.outputSize) px
            trained: \(found.epochs.counted("epoch")) in \(found.seconds.duration) on \(record.machine.device), \
            \(record.machine.threads.counted("thread"))\(remarks(found))
            engine: \(record.machine.engine)
            started: \(record.startedAt.formatted(.iso8601))

            \(table(epochs).terminal)

            \(checkpoints.map { "checkpoint \($0.epoch): \($0.file)" }.joined(separator: "\n"))
            """)
    }

    /// A budget, and work done twice.
    private func remarks(_ summary: RunSummary) -> String {
        let budget = summary.run.budget.map { "\nbudget: \($0.duration)" } ?? ""
        return summary.redoneSeconds > 0
            ? budget + "\ndone again after kills: \(summary.redoneSeconds.duration), not among the above" : budget
    }

    private func table(_ epochs: [EpochFacts]) -> Table {
        let losses = Set(epochs.flatMap(\.losses.keys)).sorted()
        let fields: [Table.Field<EpochFacts>] = [
            .init("epoch") { .count($0.number) },
            .init("seconds") { .number($0.seconds, .fixed(2)) },
            .init("images/s") { $0.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none },
        ]
        return Table(
            fields + losses.map { name in .init(name) { $0.losses[name].map { .number($0, .fixed(4)) } ?? .none } },
            epochs)
    }
}
