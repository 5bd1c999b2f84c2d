import ArgumentParser
import Foundation
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi runs list`, or `dotchi runs` alone.
struct RunsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the runs: network, size, epochs, training time, images/s, checkpoints.",
        discussion: """
            Kinds are dcgan, multistage and srcnn; the device is cpu or cuda. A run is shipped where its checkpoints came from \
            a file (`dotchi runs import`, or a template's), and superseded where its network was trained from the beginning \
            again; images/s are all images of its epochs by all seconds, and `dotchi runs cost` has the median over epochs. \
            Its times are damaged where study.sqlite has others than the files of the run, and are not shown then.
            """)

    @OptionGroup var options: StudyOptions

    @OptionGroup var language: LanguageOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var hasPhotographs = false
        var hasUnreadable = false
        let runs = try OpenStudy.list(options) { study in
            hasPhotographs = try study.store.currentDataset() != nil
            hasUnreadable = try !study.store.unreadableRuns().isEmpty
            return try study.readableRuns().map { run in
                let fault = try study.faultOfTimes(of: run)
                if let fault { study.reporter.note("the times of run \(run.run.name) are left out: \(fault)") }
                return ListedRun(summary: run, fault: fault)
            }
        }
        if json { return try Console.data(RunJSON.document(runs)) }
        guard !runs.isEmpty else {
            if hasUnreadable { return }
            let first = hasPhotographs ? "" : "`dotchi dataset add` chooses photographs, then "
            Console.say("Nothing was trained yet; \(first)`dotchi train` begins.")
            return
        }
        try Console.result(table(runs, language.words).terminal)
    }

    private func table(_ runs: [ListedRun], _ words: ReportTexts) -> Table {
        Table(
            [
                .init(words.training(.run), .left) { .text($0.summary.run.name) },
                .init(words.training(.kind), .left) { .text($0.summary.run.settings.architecture.kind.rawValue) },
                .init(words.training(.size)) { .count($0.summary.run.settings.architecture.outputSize) },
                .init(words.training(.epochs)) { .count($0.summary.epochs) },
                .init(words.training(.hours)) { $0.seconds.map { .number($0 / 3600, .fixed(3)) } ?? .none },
                .init(words.training(.imagesPerSecondMean)) {
                    $0.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none
                },
                .init(words.training(.device), .left) { .text($0.summary.run.machine.device) },
                .init(words.training(.threads)) { .count($0.summary.run.machine.threads) },
                .init(words.training(.checkpoints)) { .count($0.summary.checkpoints) },
                .init("", .left) { .text(remarks($0, words)) },
            ], runs)
    }

    /// What a run can be besides.
    enum Remark: String, CaseIterable {
        case shipped, superseded
        case damagedTimes = "times are damaged"

        /// Its text, in English the raw value.
        var key: ReportTexts.TrainingKey {
            switch self {
            case .shipped: .shipped
            case .superseded: .superseded
            case .damagedTimes: .damagedTimes
            }
        }
    }

    private func remarks(_ run: ListedRun, _ words: ReportTexts) -> String {
        let remarks: [Remark?] = [
            run.summary.run.isShipped ? .shipped : nil, run.summary.isCurrent ? nil : .superseded,
            run.fault == nil ? nil : .damagedTimes,
        ]
        return remarks.compactMap { $0.map { words.training($0.key) } }.joined(separator: words[.comma])
    }
}

/// A run as it is listed: without its times where those of study.sqlite are not those of its files.
struct ListedRun {
    /// What study.sqlite has of it.
    let summary: RunSummary
    /// What is wrong with its times; nil where nothing is.
    let fault: Failure?

    /// Its training time.
    var seconds: Double? { fault == nil ? summary.seconds : nil }

    /// Images per second of training; nil before the first epoch too.
    var imagesPerSecond: Double? { fault == nil ? summary.imagesPerSecond : nil }
}
