import ArgumentParser
import Foundation
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
            again.
            """)

    @OptionGroup var options: StudyOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var hasPhotographs = false
        let runs = try OpenStudy.list(options) { study in
            hasPhotographs = try study.store.currentDataset() != nil
            return try study.store.runs()
        }
        if json { return try Console.data(RunJSON.document(runs)) }
        guard !runs.isEmpty else {
            let first = hasPhotographs ? "" : "`dotchi dataset add` chooses photographs, then "
            Console.say("Nothing was trained yet; \(first)`dotchi train` begins.")
            return
        }
        let head = ["run", "kind", "size", "epochs", "hours", "images/s", "device", "threads", "checkpoints", ""]
        let rows = runs.map { run in
            [
                run.run.name, run.run.settings.architecture.kind.rawValue,
                "\(run.run.settings.architecture.outputSize)", "\(run.epochs)", (run.seconds / 3600).decimals(3),
                run.imagesPerSecond?.decimals(1) ?? "–", run.run.machine.device, "\(run.run.machine.threads)",
                "\(run.checkpoints)",
                remarks(run),
            ]
        }
        try Console.result(([head] + rows).table)
    }

    /// What a run can be besides.
    enum Remark: String, CaseIterable {
        case shipped, superseded
    }

    private func remarks(_ run: RunSummary) -> String {
        let remarks: [Remark?] = [run.run.isShipped ? .shipped : nil, run.isCurrent ? nil : .superseded]
        return remarks.compactMap(\.?.rawValue).joined(separator: ", ")
    }
}
