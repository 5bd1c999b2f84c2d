import ArgumentParser
import Pairing
import Study
import Workflows

/// `dotchi survey plan`: freezes who is asked what.
struct SurveyPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Make and freeze the plan: for every seat its pairs, their order and sides.",
        discussion: """
            A seat is what one person is asked. `survey.pairing` in study.yaml says which images meet: those of one item \
            (of one name), or any two; where half of the names match and it says neither, nothing is planned. The same study, pools and seed give the same plan. A frozen plan never \
            changes; a new one takes its place, and answers to earlier ones stay with those. --again PLAN goes back to an \
            earlier plan with its answers; `dotchi survey list` names them. What study.yaml says under `analysis` is \
            frozen beside the plan, as often as it changed; a change of it alone makes no other plan. Where pools or the \
            survey changed too, `--again` with the plan in use freezes the analysis alone, and the votes stay in use.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        parsing: .unconditional,
        help: """
            How many people can be asked something different, 1 to 100000; left out: as many as in the plan in use, or \
            200.
            """, transform: Number.whole)
    var seats: Int?

    @Option(
        parsing: .unconditional,
        help: """
            Seed of pairs, orders and sides: a whole number from 0 up; left out: that of the plan in use, or a random one, \
            which is kept in study.sqlite. Who knows it can compute the plan.
            """, transform: Number.seed)
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "Use this earlier plan again, as it was frozen: its hash, or how that begins.", valueName: "plan"))
    var again: String?

    @Option(
        help: ArgumentHelp(
            """
            Write the plan in use to this file too, to register it: all that its hash was taken of, what participants read \
            and agree to, and the analysis plan (JSON). Keep it from participants: it says which image is whose.
            """, valueName: "file"))
    var export: String?

    func validate() throws {
        if let seats { try check("--seats", seats, from: 1, to: SurveyPlan.mostSeats) }
    }

    func run() throws {
        let study = try OpenStudy(options)
        let frozen = try Planning(study).run(seats: seats, seed: seed, again: again)
        if let export {
            try OutputFile(export).write(PlanExport(study).bytes)
            Console.say("written: \(export)")
        }
        let seats = frozen.plan.seats
        Console.say("\(seats.count.counted("seat")) of \((seats.first?.trials.count ?? 0).counted("trial"))")
        try Console.result(frozen.hash)
    }
}
