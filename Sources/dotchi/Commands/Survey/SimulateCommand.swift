import Study
import Answers
import ArgumentParser
import Foundation
import Simulation
import StudyStore

/// `dotchi simulate`: people that are not there, to try a study out.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Let simulated people answer the real plan; every output says so.",
        discussion: """
            Their answers go through the same answer files and the same import as those of people. A further call brings \
            further people. Without --prefer every method is chosen as often as any other. A plan that people have \
            answered takes no simulated people, so that their votes do not mix, but with --beside-people.
            """)

    @OptionGroup var options: StudyOptions

    @Option(parsing: .unconditional, help: "How many people, from 1.", transform: Number.whole)
    var participants: Int

    @Option(
        help: ArgumentHelp(
            "How often a method is chosen over one that is not named, 0 to 1.", valueName: "method=rate"),
        transform: MethodRate.init)
    var prefer: [MethodRate] = []

    @Option(
        parsing: .unconditional, help: "Added to the probability of the left image, -1 to 1.")
    var sideBias = 0.0

    @Option(parsing: .unconditional, help: "Share of people who choose without looking, 0 to 1.")
    var careless = 0.1

    @Option(
        parsing: .unconditional,
        help: "Intra-class correlation of a person's votes, 0 (all people alike) to 1 (each always the same).")
    var icc = 0.1

    @Option(parsing: .unconditional, help: "Seed of the people: a whole number from 0 up.")
    var seed: UInt64 = 1

    @Flag(help: "Simulate also where people have answered the plan.")
    var besidePeople = false

    func validate() throws {
        try check("--participants", participants, from: 1)
        try check("--side-bias", sideBias, in: -1...1)
        try check("--careless", careless, in: 0...1)
        try check("--icc", icc, in: 0...1)
        let named = prefer.map(\.method)
        if let twice = named.first(where: { method in named.count { $0 == method } > 1 }) {
            throw ValidationError("--prefer names method \(twice) more than once; keep one rate of it")
        }
    }

    func run() throws {
        let study = try OpenStudy(options)
        let record = try study.plan()
        let sessions = try study.store.headers(ofPlan: record.hash)
        if !besidePeople { try refusePeople(among: sessions) }
        var methods: [String: Double] = [:]
        for rate in prefer {
            guard study.study.method(named: rate.method) != nil else {
                throw Failure(
                    .usage, "study.yaml has no method “\(rate.method)”; it has \(study.study.methods.map(\.name).list)."
                )
            }
            methods[rate.method] = rate.rate
        }
        // Whole seconds: what is left of one would decide who ended before whom.
        let settings = SimulationSettings(
            rates: methods, sideBias: sideBias, careless: careless, intraclassCorrelation: icc,
            endedAt: Date(timeIntervalSinceReferenceDate: Date.now.timeIntervalSinceReferenceDate.rounded(.down)))
        let simulator = try Simulator(plan: record.plan, settings: settings, seed: seed)
        var answers = AnswerImport(into: study.store, simulated: true)
        let bar = ProgressBar("simulate")
        // People are numbered on, so that a second call brings further ones, also after some were erased.
        let before = sessions.compactMap(\.simulatedNumber).max() ?? 0
        for number in 1...participants {
            try answers.take(simulator.answers(of: before + number).bytes, name: "simulated-\(before + number)")
            bar.show(done: number, total: participants)
        }
        guard answers.refused.isEmpty else { throw Failure(.badData, answers.refused.joined(separator: "\n")) }
        try Console.result(
            "simulated people \(participants), new events \(answers.added)")
    }

    /// - Throws: ``Failure`` where people have answered.
    private func refusePeople(among sessions: [AnswerHeader]) throws {
        let people = sessions.count { !$0.isSimulated }
        guard people > 0 else { return }
        throw Failure(
            .usage,
            """
            the plan in use has \(people.counted("session")) of people, and simulated votes would mix with theirs: every \
            table would say SIMULATED. Nobody was simulated. Try things out in a copy of the study folder; or give \
            --beside-people, and leave simulated votes out by `dotchi analyze --without-simulated` and `dotchi report \
            --without-simulated`.
            """)
    }
}

/// `METHOD=RATE`, as `--prefer B=0.7`.
struct MethodRate {
    /// The method.
    let method: String
    /// How often it is chosen.
    let rate: Double

    /// The rate that `argument` says.
    init(_ argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let rate = Double(parts[1]), (0...1).contains(rate) else {
            throw ValidationError("expected a method and a rate from 0 to 1, as B=0.7")
        }
        method = String(parts[0])
        self.rate = rate
    }
}

extension AnswerHeader {
    /// Which simulated person answered, from 1; nil for people, and for a number that no call of ours comes to: an
    /// imported file may name its people as it likes.
    fileprivate var simulatedNumber: Int? {
        guard isSimulated, let digits = participant?.split(separator: "-").last,
            let number = Int(digits), number <= 1 << 40
        else { return nil }
        return number
    }
}
