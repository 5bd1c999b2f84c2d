import Study
import ArgumentParser
import Pairing
import StudyStore

/// `dotchi survey plan`: freezes who is asked what.
struct SurveyPlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Make and freeze the plan: for every seat its pairs, their order and sides.",
        discussion: """
            A seat is what one person is asked. The same study, pools and seed give the same plan. A frozen plan never \
            changes; a new one takes its place, and answers to earlier ones stay with those.
            """)

    @OptionGroup var options: StudyOptions

    @Option(parsing: .unconditional, help: "How many people can be asked something different, 1 to 100000.")
    var seats = 200

    @Option(parsing: .unconditional, help: "Seed of pairs, orders and sides: a whole number from 0 up.")
    var seed: UInt64 = 1

    func validate() throws {
        try check("--seats", seats, from: 1, to: SurveyPlan.mostSeats)
    }

    func run() throws {
        let study = try OpenStudy(options)
        let generations = try study.study.conditions.flatMap(\.pools).compactMap { pool in
            try study.store.currentGeneration(of: pool)?.generation
        }
        let plan = try makePlan(study: study.study, generations: generations, seats: seats, seed: seed)
        let hash = plan.hash
        if let earlier = try study.store.currentPlan(), earlier.hash != hash {
            let answered = try study.store.sessions(ofPlan: earlier.hash).count
            if answered > 0 {
                Console.say(
                    "note: the plan changes; \(answered) sessions answered the earlier one and stay with it. "
                        + "Pages built from it can no longer be taken in under the new plan.")
            }
        }
        try study.store.freeze(plan, hash: hash)
        let trials = plan.seats.first?.trials.count ?? 0
        Console.say("\(plan.seats.count) seats of \(trials) trials")
        try Console.result(hash)
    }
}
