package import Answers
import Foundation
import Pairing
import Randomness
package import Study

/// Simulated participants who answer a real plan, each question about each pair, each a pure function of its number: answers come in the form in which
/// a front gives them, and say that no person gave them.
package struct Simulator: Sendable {
    private let plan: SurveyPlan
    private let planHash: String
    private let settings: SimulationSettings
    private let seats: [Int]
    private let seed: UInt64

    /// Simulated people for `plan`.
    ///
    /// - Parameter frozen: the plan they answer.
    /// - Parameter seed: the same seed gives the same people, on every machine.
    /// - Throws: ``SimulationError`` with all that is wrong: numbers out of range, methods or seats that the plan does
    ///   not have.
    package init(plan frozen: FrozenPlan, settings: SimulationSettings, seed: UInt64) throws(SimulationError) {
        let plan = frozen.plan
        let findings = settings.findings(for: plan)
        guard findings.isEmpty else { throw SimulationError(findings: findings) }
        self.plan = plan
        self.settings = settings
        self.seed = seed
        planHash = frozen.hash
        seats = settings.seats.isEmpty ? plan.seats.map(\.number) : settings.seats
    }

    /// The answers of person `number`, from 1; person n takes the n-th seat, in turn.
    ///
    /// Sessions and votes have ids of their own for each number, seed and plan: whoever adds people to a study counts
    /// on from the last number.
    package func answers(of number: Int) -> AnswerFile {
        precondition(number >= 1, "people are numbered from 1")
        var ids = RandomStream(seed: seed ^ planSeed, purpose: .participants, index: UInt64(2 * number))
        let digits = String(number)
        var header = AnswerHeader(
            study: plan.study, planHash: planHash, seat: seats[(number - 1) % seats.count],
            participant: "simulated-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits,
            session: ids.uuid(), source: AnswerHeader.simulatedSource,
            language: plan.survey.languages.first?.rawValue ?? Language.english.rawValue,
            startedAt: "", front: "simulation")
        var person = SimulatedPerson(
            settings: settings, survey: plan.survey,
            random: RandomStream(seed: seed, purpose: .participants, index: UInt64(2 * number + 1)))
        var events: [AnswerEvent] = []
        var clock = 0
        func add(
            _ kind: AnswerEvent.Kind, trial: Int? = nil, question: String? = nil, value: AnswerValue? = nil
        ) {
            events.append(
                AnswerEvent(
                    id: ids.uuid(), milliseconds: clock, kind: kind, trial: trial, question: question,
                    value: value))
        }
        func answer(_ items: [QuestionnaireItem]) {
            for item in items {
                clock += person.pause()
                if let value = person.answer(to: item) { add(.answer, question: item.id, value: value) }
            }
        }
        let questions: [String?] = plan.survey.questionIDs.isEmpty ? [nil] : plan.survey.questionIDs
        if plan.survey.consent.isRequired {
            clock += person.pause()
            add(.consent)
        }
        answer(plan.survey.before)
        for item in plan.seat(header.seat)?.items ?? [] {
            switch item {
            case .pair(let trial):
                clock += person.loadingTime()
                add(.shown, trial: item.number)
                for question in questions {
                    let response = person.responseTime()
                    clock += response
                    add(.vote, trial: item.number, question: question)
                    let choice = person.choice(in: trial)
                    events[events.count - 1].choice = choice
                    events[events.count - 1].responseMilliseconds = response
                    if plan.survey.isGraded { events[events.count - 1].grade = person.grade(choice, in: trial) }
                }
            // Nothing of it counts, and nobody is there to practise.
            case .practice: continue
            }
        }
        answer(plan.survey.after)
        add(.finish)
        // In whole seconds, rounded down: the last event is not after the end.
        let start = (settings.endedAt.timeIntervalSinceReferenceDate - Double(clock) / 1000).rounded(.down)
        header.startedAt = Date(timeIntervalSinceReferenceDate: start).formatted(.iso8601)
        return AnswerFile(header: header, events: events)
    }

    /// Makes ids differ from plan to plan.
    private var planSeed: UInt64 { UInt64(planHash.prefix(16), radix: 16) ?? 0 }
}
