import Answers
import Foundation
import Simulation
import Study
import StudyStore

/// Lets simulated people answer the real plan of a study, through the same answer files and the same import.
package struct SimulatedPeople {
    private let study: OpenStudy

    /// Simulated people for `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Simulates `count` further people.
    ///
    /// - Parameters:
    ///   - rates: how often a method is chosen over one that is not named, by method.
    ///   - sideBias: added to the probability of the left image, -1 to 1.
    ///   - careless: share of people who choose without looking, 0 to 1.
    ///   - intraclassCorrelation: of a person's votes, 0 to 1.
    ///   - seed: of the people.
    ///   - besidePeople: whether also where people have answered the plan.
    /// - Returns: how many events are new.
    /// - Throws: ``Failure`` where people have answered, or there is no such method; `SimulationError`.
    package func run(
        _ count: Int, rates: [(method: String, rate: Double)] = [], sideBias: Double = 0, careless: Double = 0.1,
        intraclassCorrelation: Double = 0.1, seed: UInt64 = 1, besidePeople: Bool = false
    ) throws -> Int {
        let record = try study.plan()
        let sessions = try study.store.headers(ofPlan: record.hash)
        if !besidePeople { try refusePeople(among: sessions, planOfSeed: record.frozen.plan.seed) }
        var methods: [String: Double] = [:]
        for rate in rates {
            guard study.study.method(named: rate.method) != nil else {
                throw Failure(
                    .usage, "study.yaml has no method “\(rate.method)”; it has \(study.study.methods.map(\.name).list)."
                )
            }
            methods[rate.method] = rate.rate
        }
        // Whole seconds: what is left of one would decide who ended before whom.
        let settings = SimulationSettings(
            rates: methods, sideBias: sideBias, careless: careless, intraclassCorrelation: intraclassCorrelation,
            endedAt: Date(timeIntervalSinceReferenceDate: Date.now.timeIntervalSinceReferenceDate.rounded(.down)))
        let simulator = try Simulator(plan: record.frozen, settings: settings, seed: seed)
        var answers = AnswerImport(into: study.store, simulated: true)
        let bar = study.reporter.progress("simulate")
        // People are numbered on, so that a second call brings further ones, also after some were erased.
        let before = sessions.compactMap(\.simulatedNumber).max() ?? 0
        for number in 1...count {
            try answers.take(simulator.answers(of: before + number).bytes, name: "simulated-\(before + number)")
            bar.show(done: number, total: count)
        }
        guard answers.refused.isEmpty else { throw Failure(.badData, answers.refused.joined(separator: "\n")) }
        return answers.added
    }

    /// - Parameter seed: of the plan in use.
    /// - Throws: ``Failure`` where people have answered.
    private func refusePeople(among sessions: [AnswerHeader], planOfSeed seed: UInt64) throws {
        let people = sessions.count { !$0.isSimulated }
        guard people > 0 else { return }
        throw Failure(
            .usage,
            """
            the plan in use has \(people.counted("session")) of people, and simulated votes would mix with theirs: every \
            table would say SIMULATED. Nobody was simulated. To try things out, copy the study folder and freeze another \
            plan in the copy, which nobody has answered: `dotchi survey plan --seed \(seed == 1 ? 2 : 1) --study COPY`. Or give \
            --beside-people, and leave simulated votes out by `dotchi analyze --without-simulated` and `dotchi report \
            --without-simulated`.
            """)
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
