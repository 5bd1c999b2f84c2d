import Answers
import Foundation
import Pictures
package import Study
import StudyStore
package import SurveyTerminal

/// The session of one person at the terminal, opened or resumed: its seat, what it asks, and the store that takes every
/// answer as it is made.
package struct OpenedSession {
    /// What is asked.
    package let seat: Seat
    private let study: OpenStudy
    private let settings: SurveySettings
    private let language: Language
    private let texts: SurveyTexts
    private let header: AnswerHeader
    private let events: [AnswerEvent]
    private let contexts: TrialContexts
    /// Held as long as the survey is taken.
    private let locks: WorkLocks

    /// The session of `participant`: one that they finished, else an unfinished one of theirs, else a new one in seat
    /// `number`, else in the seat that the fewest people took. Without a language a session goes on in its own.
    ///
    /// - Throws: ``Failure`` where there is no such seat, the participant has finished in another, or is being asked in
    ///   another terminal.
    package init(_ study: OpenStudy, participant: String?, seat number: Int?, language: Language?) throws {
        let participant = AnswerHeader.participantID(participant)
        if let participant, let why = AnswerLimits.fault(in: participant, atMost: AnswerLimits.participant) {
            throw Failure(.usage, "--participant: the id \(why).")
        }
        // Two terminals would both go on at the same pair, and the later votes would take the place of the earlier ones.
        locks = try study.locks(
            for: participant.map { [.asking($0)] } ?? [], waiting: false,
            refusal: "Go on there, or call this again when that has ended.")
        let plan = try study.planOutline()
        if let note = try study.surveyDriftNote(of: plan, withPools: true) { study.reporter.note(note) }
        settings = plan.survey
        guard settings.admit.devices.contains(.desktop) else {
            throw Failure(
                .usage,
                "the plan in use admits \(settings.admit.devices.map(\.rawValue).list) alone (survey.admit.devices), and a "
                    + "terminal is one of a desktop. `dotchi survey build` writes the page for these.")
        }
        if case .degrees = settings.usedView.size {
            throw Failure(
                .usage,
                "the plan in use shows images at degrees of visual angle (survey.view.size), which no terminal can measure. "
                    + "`dotchi survey build` writes the page, which can.")
        }
        self.study = study
        let own =
            try participant.map { participant in
                try study.store.sessions(ofPlan: plan.hash, participant: participant).filter { !$0.header.isSimulated }
            } ?? []
        let finished = own.first(where: \.isComplete)
        if let finished, let number, number >= 1, number <= plan.seats, number != finished.header.seat {
            throw Failure(
                .usage,
                """
                \(finished.person) has answered all of seat \(finished.header.seat), and only that session counts. Another \
                person needs another --participant.
                """)
        }
        let earlier = finished ?? own.last { number == nil || $0.header.seat == number }
        self.language =
            language ?? earlier.flatMap { Language(rawValue: $0.header.language) } ?? plan.survey.languages.first
            ?? .english
        guard plan.survey.languages.isEmpty || plan.survey.languages.contains(self.language) else {
            throw Failure(
                .usage,
                "the plan does not offer the language \"\(self.language.rawValue)\", but "
                    + "\(plan.survey.languages.map(\.rawValue).list).")
        }
        texts = try ParticipantTexts(study).texts(self.language, of: plan)
        let number =
            try number ?? earlier?.header.seat ?? study.store.leastFilledSeat(ofPlan: plan.hash) ?? 1
        guard let seat = try study.store.seat(number, ofPlan: plan.hash) else {
            throw Failure(.usage, "the plan has seats 1 to \(plan.seats), not \(number).")
        }
        self.seat = seat
        contexts = try TrialContexts(
            plan.survey, study.store.generations(ofPlan: plan.hash).map(\.generation), in: study)
        if let earlier, let answers = try study.store.answers(ofSession: earlier.header.session) {
            header = earlier.header
            events = answers.events
        } else {
            header = AnswerHeader(
                study: plan.study, planHash: plan.hash, seat: number, participant: participant,
                session: TerminalSession.randomID(), source: "terminal", language: self.language.rawValue,
                startedAt: Date.now.formatted(.iso8601), front: "terminal",
                userAgentClass: ProcessInfo.processInfo.environment["TERM"].flatMap {
                    AnswerLimits.fault(in: $0) == nil ? $0 : nil
                }, screen: TerminalSize.screen())
            events = []
        }
    }

    /// What the terminal needs to ask it; `command` is the one that goes on with it.
    package func inTerminal(command: String) throws -> TerminalSession {
        let prompts = try seat.items.map(\.shown).map { ($0.number, try contexts.text(of: $0)) }
        let elapsed = (try? Date(header.startedAt, strategy: .iso8601)).map { Date.now.timeIntervalSince($0) } ?? 0
        return TerminalSession(
            seat: seat, settings: settings, language: language, texts: texts,
            consent: hexSHA256(Data(texts.consent(on: .terminal, of: settings).utf8)), events: events,
            header: header,
            elapsedMilliseconds: Int(min(max(0, elapsed * 1000), Double(AnswerLimits.milliseconds.upperBound / 2))),
            command: command,
            contexts: Dictionary(prompts.compactMap { number, text in text.map { (number, $0) } }) { first, _ in first
            },
            reference: { [contexts] trial in
                try contexts.reference(of: trial).map {
                    try PixelBuffer(decoding: Array($0.png), name: "the reference of \(trial.left.name)")
                }
            },
            image: { [store = study.store] entry in
                try PixelBuffer(decoding: Array(store.image(entry)), name: entry.name)
            },
            record: { [store = study.store, header, locks] event in
                defer { withExtendedLifetime(locks) {} }
                do {
                    let receipt = try store.accept(header, [event])
                    if receipt.refusal != nil, try store.erasure(ofSession: header.session) != nil {
                        throw SessionClosed(
                            reason:
                                "this session was erased on request while it ran, and nothing of it is in the study. The same "
                                + "command begins another session.")
                    }
                    if let why = receipt.refusal ?? receipt.refused.first?.why { throw Failure(.badData, why) }
                    if !receipt.late.isEmpty {
                        throw SessionClosed(
                            reason:
                                "this session was finished elsewhere meanwhile, and nothing counts after that. All answers before "
                                + "its end are stored, and the same command asks nothing more.")
                    }
                } catch StudyStoreError.locked {
                    throw StoreBusy()
                }
            })
    }
}
