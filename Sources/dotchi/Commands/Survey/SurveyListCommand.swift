import ArgumentParser
import Foundation
import Reports
import StudyStore
import Workflows

/// `dotchi survey list`: the plans that were frozen.
struct SurveyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the frozen plans and how many answered each; the last is in use.",
        discussion: """
            `dotchi survey plan --again PLAN` goes back to an earlier one. The seed makes the same plan of the same pools again, \
            should study.sqlite be lost: keep a copy of it, and keep it secret while people answer.
            """)

    @OptionGroup var options: StudyOptions

    @OptionGroup var language: LanguageOption

    func run() throws {
        let plans = try OpenStudy.list(options) { try $0.store.plans() }
        guard !plans.isEmpty else {
            Console.say("No plan was frozen yet; once pools have images, `dotchi survey plan` makes one.")
            return
        }
        try Console.result(table(plans, language.words).terminal)
        for fault in plans.compactMap(\.fault) { Console.say("note: \(fault).") }
    }

    private func table(_ plans: [PlanSummary], _ words: ReportTexts) -> Table {
        Table(
            [
                .init(words.list(.plan), .left) { .text(String($0.hash.prefix(12))) },
                .init(words.list(.frozen), .left) { $0.frozenAt.map { .text($0.formatted(.iso8601)) } ?? .none },
                .init(words.list(.seats)) { .count($0.seats) },
                .init(words.list(.trials)) { .count($0.trials) },
                .init(words.list(.sessions)) { .count($0.sessions) },
                .init(words.list(.simulated)) { .count($0.simulated) },
                .init(words.training(.seed)) { .text("\($0.seed)") },
                .init("", .left) { .text($0.isCurrent ? words.list(.inUse) : "") },
            ], plans)
    }
}
