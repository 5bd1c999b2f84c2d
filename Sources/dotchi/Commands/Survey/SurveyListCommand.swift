import ArgumentParser
import Foundation
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

    func run() throws {
        let plans = try OpenStudy.list(options) { try $0.store.plans() }
        guard !plans.isEmpty else {
            Console.say("No plan was frozen yet; once pools have images, `dotchi survey plan` makes one.")
            return
        }
        let rows = plans.map { plan in
            [
                String(plan.hash.prefix(12)), plan.frozenAt.formatted(.iso8601), "\(plan.seats)", "\(plan.trials)",
                "\(plan.sessions)", "\(plan.simulated)", "\(plan.seed)", plan.isCurrent ? "in use" : "",
            ]
        }
        try Console.result(([["plan", "frozen", "seats", "trials", "sessions", "simulated", "seed", ""]] + rows).table)
    }
}
