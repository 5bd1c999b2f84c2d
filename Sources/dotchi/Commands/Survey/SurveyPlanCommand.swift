import Files
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
            changes; a new one takes its place, and answers to earlier ones stay with those. --again PLAN goes back to an \
            earlier plan with its answers; `dotchi survey list` names them. What study.yaml says under `analysis` is \
            frozen beside the plan, as often as it changed; a change of it alone makes no other plan.
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

    func validate() throws {
        if let seats { try check("--seats", seats, from: 1, to: SurveyPlan.mostSeats) }
    }

    func run() throws {
        let study = try OpenStudy(options)
        let locks = try study.locks(for: [.plan], waiting: true)
        defer { withExtendedLifetime(locks) {} }
        let current = try study.store.currentOutline()
        let (plan, hash) = try again.map { try earlier($0, in: study) } ?? made(for: study, after: current)
        if let current, current.hash != hash {
            let answered = try study.store.sessionCount(ofPlan: current.hash)
            if answered > 0 {
                Console.say(
                    "note: the plan changes; \(answered.counted("session")) answered the earlier one and \(answered.word("stays", "stay")) with it, and what is "
                        + "analysed and reported is the new one. `dotchi survey plan --again \(current.hash)` goes back."
                )
            }
        }
        if again == nil { for remark in try PoolRemarks(study).all() { Console.say("note: \(remark)") } }
        HoldPoint.reached("survey plan: before freezing")
        try study.freeze(plan, hash: hash)
        HoldPoint.reached("survey plan: frozen")
        Console.say("\(plan.seats.count.counted("seat")) of \((plan.seats.first?.trials.count ?? 0).counted("trial"))")
        try Console.result(hash)
    }

    private func made(for study: OpenStudy, after current: PlanOutline?) throws -> (plan: SurveyPlan, hash: String) {
        var generations = try study.study.conditions.flatMap(\.pools).compactMap { pool in
            try study.store.currentGeneration(of: pool)?.generation
        }
        // Not 1, which anybody would guess: from seed, study.yaml and the sizes of the pools follow pairs, sides and key.
        let seed = seed ?? current?.seed ?? .random(in: 0 ... .max)
        if let copies = ruinedCopies(for: study.study, of: generations, seed: seed), copies.areEnough {
            generations.append(try study.ruinedCopies(of: copies.original, images: copies.images))
        }
        let plan = try makePlan(
            study: study.study, generations: generations, seats: seats ?? current?.seats ?? 200, seed: seed)
        return (plan, plan.hash)
    }

    private func earlier(_ beginning: String, in study: OpenStudy) throws -> (plan: SurveyPlan, hash: String) {
        let hashes = try study.store.plans().map(\.hash).filter { $0.hasPrefix(beginning.lowercased()) }
        guard hashes.count <= 1 else {
            let names = hashes.map { String($0.prefix(12)) }
            throw Failure(
                .usage, "the hashes of several plans begin with “\(beginning)”: \(names.list). Give more of one.")
        }
        guard let hash = hashes.first, let record = try study.store.plan(hash) else {
            throw Failure(
                .noInput, "this study never froze a plan “\(beginning)”; `dotchi survey list` names those it has.")
        }
        return (record.plan, record.hash)
    }
}
