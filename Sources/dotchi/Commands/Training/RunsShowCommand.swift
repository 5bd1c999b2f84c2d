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

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let study = try OpenStudy(options, readOnly: true)
        let words = try language.words
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
            try await OutputFile(report).write(Data(RunReport(study, words).report(on: found).html.utf8))
            Console.say("report: \(report)")
        }
        let files = checkpoints.map {
            words.fact(words.training(.checkpointOf, ["epoch": "\($0.epoch)"]), $0.file)
        }
        try Console.result(
            """
            \(facts(of: found, words).joined(separator: "\n"))

            \(table(epochs, words).terminal)

            \(files.joined(separator: "\n"))
            """)
    }

    private func facts(of summary: RunSummary, _ words: ReportTexts) -> [String] {
        let record = summary.run
        let size = words.training(.pixels, ["pixels": "\(record.settings.architecture.outputSize)"])
        let trained = words.training(
            .trainedFor,
            [
                "epochs": "\(summary.epochs)", "time": words.duration(seconds: summary.seconds),
                "device": record.machine.device, "threads": "\(record.machine.threads)",
            ])
        var facts: [(ReportTexts.TrainingKey, String)] = [
            (.run, record.name), (.kind, record.settings.architecture.kind.rawValue + words[.comma] + size),
            (.trained, trained),
        ]
        if let budget = record.budget { facts.append((.budget, words.duration(seconds: budget))) }
        if summary.redoneSeconds > 0 {
            let time = words.duration(seconds: summary.redoneSeconds)
            facts.append((.doneAgain, words.training(.doneAgainFor, ["time": time])))
        }
        facts += [(.engine, record.machine.engine), (.started, record.startedAt.formatted(.iso8601))]
        return facts.map { words.fact(words.training($0), $1) }
    }

    private func table(_ epochs: [EpochFacts], _ words: ReportTexts) -> Table {
        let losses = Set(epochs.flatMap(\.losses.keys)).sorted()
        let fields: [Table.Field<EpochFacts>] = [
            .init(words.training(.epoch)) { .count($0.number) },
            .init(words.training(.seconds)) { .number($0.seconds, .fixed(2)) },
            .init(words.training(.imagesPerSecond)) { $0.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none },
        ]
        return Table(
            fields
                + losses.map { name in
                    .init(words.loss(name)) { $0.losses[name].map { .number($0, .fixed(4)) } ?? .none }
                },
            epochs)
    }
}
