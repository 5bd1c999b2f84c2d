import ArgumentParser
import Foundation
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi runs cost`: what an epoch of each network costs.
struct RunsCostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost", abstract: "Tell what an epoch costs at each size: seconds, images/s, memory.",
        discussion: """
            Seconds are of training alone, and they and images/s are medians over the run's epochs. Stages of a network \
            are trained in turn, so each has its own seconds, and all have their sum. Memory is the most that the training \
            process held at once, mapped photographs included, the memory of a GPU not; MB are millions of bytes.
            """)

    @OptionGroup var options: StudyOptions

    @OptionGroup var language: LanguageOption

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print CSV.")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv: give one of them") }
    }

    func run() throws {
        let costs = try OpenStudy.list(options) { study in
            try study.readableRuns().flatMap { summary -> [TrainingCost] in
                if let fault = try study.faultOfTimes(of: summary) {
                    study.reporter.note("run \(summary.run.name) is left out: \(fault)")
                    return []
                }
                return TrainingCost.rows(
                    of: summary.run.name, network: summary.run.settings, device: summary.run.machine.device,
                    threads: summary.run.machine.threads,
                    epochs: try study.store.epochs(of: summary.run.id))
            }
        }
        if json || csv {
            let table = TrainingCost.table(costs, .none)
            return try Console.data((json ? table.json.document : table.dataCSV).trimmedEnd)
        }
        guard !costs.isEmpty else {
            Console.say("No epoch was trained yet; `dotchi train` begins.")
            return
        }
        try Console.result(TrainingCost.table(costs, language.words).terminal)
    }
}
