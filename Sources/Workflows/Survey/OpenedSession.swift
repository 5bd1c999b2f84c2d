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
    /// Held as long as the survey is taken: of the participant, the session and the seat.
    private let locks: [WorkLocks]

    /// The session to go on with or to begin in `study`.
    ///
    /// That of `participant` is one that they finished, else an unfinished one of theirs; `session`, the beginning of an id, is an
    /// unfinished one of anybody. A new one takes seat `number`, else the seat that the fewest people took and nobody takes at this
    /// moment at another terminal. Without a language a session goes on in the one that it had last.
    ///
    /// - Throws: ``Failure`` where there is no such seat or session, the participant has finished in another seat, or the
    ///   participant or the session is being asked in another terminal.
    package init(
        _ study: OpenStudy, participant: String?, session: String? = nil, seat number: Int?, language: Language?
    ) throws {
        var participant = AnswerHeader.participantID(participant)
        if let participant, let why = AnswerLimits.fault(in: participant, atMost: AnswerLimits.participant) {
            throw Failure(.usage, "--participant: the id \(why).")
        }
        let plan = try study.planOutline()
        let named = try session.map { try study.terminalSession($0, ofPlan: plan) }
        if let named { participant = named.participant }
        if participant == nil, plan.survey.entry.isRequired {
            throw Failure(
                .usage,
                "the plan in use asks nobody without a participant's ID (survey.entry.required): --participant ID.")
        }
        // Two terminals would both go on at the same pair, and the later votes would take the place of the earlier ones.
        func asked(_ work: Work) throws -> WorkLocks {
            try study.locks(
                for: [work], waiting: false, refusal: "Go on there, or call this again when that has ended.")
        }
        var locks = try participant.map { [try asked(.asking($0))] } ?? []
        if let note = try study.surveyDriftNote(of: plan, withPools: true) { study.reporter.note(note) }
        settings = plan.survey
        guard settings.admit.devices.contains(.desktop) else {
            throw Failure(
                .usage,
                "the plan in use admits \(settings.admit.devices.map(\.rawValue).list) alone (survey.admit.devices), and a "
                    + "terminal is one of a desktop. `dotchi survey build` writes the page for these.")
        }
        if settings.usedView.size.isAngle {
            throw Failure(
                .usage,
                "the plan in use shows images at degrees of visual angle (survey.view.size), which no terminal can measure. "
                    + "`dotchi survey build` writes the page, which can.")
        }
        self.study = study
        let begun = try named ?? Self.earlier(of: participant, seat: number, ofPlan: plan, in: study)
        if let begun { locks.append(try asked(.session(begun.session))) }
        // Read when nobody else adds to it any more.
        let kept = try begun.flatMap { try study.store.answers(ofSession: $0.session) }
        self.language = Self.language(language, after: kept, ofPlan: plan)
        guard plan.survey.languages.isEmpty || plan.survey.languages.contains(self.language) else {
            throw Failure(
                .usage,
                "the plan does not offer the language \"\(self.language.rawValue)\", but "
                    + "\(plan.survey.languages.map(\.rawValue).list).")
        }
        texts = try ParticipantTexts(study).texts(self.language, of: plan)
        let place = try Self.place(number ?? kept?.header.seat, ofPlan: plan, in: study)
        guard let seat = try study.store.seat(place.number, ofPlan: plan.hash) else {
            throw Failure(.usage, "the plan has seats 1 to \(plan.seats), not \(place.number).")
        }
        self.seat = seat
        contexts = try TrialContexts(
            plan.survey, study.store.generations(ofPlan: plan.hash).map(\.generation), in: study)
        header =
            kept?.header
            ?? AnswerHeader(
                study: plan.study, planHash: plan.hash, seat: place.number, participant: participant,
                session: TerminalSession.randomID(), source: "terminal", language: self.language.rawValue,
                startedAt: Date.now.formatted(.iso8601), front: "terminal",
                userAgentClass: ProcessInfo.processInfo.environment["TERM"].flatMap {
                    AnswerLimits.fault(in: $0) == nil ? $0 : nil
                }, screen: TerminalSize.screen())
        events = kept?.events ?? []
        if named != nil {
            let trials = Set(seat.trials.map(\.number))
            guard !SessionState(events, trials: trials, rules: SessionRules(settings)).isFinished else {
                throw Failure(
                    .usage,
                    "--session: session \(SessionName.short(header.session)) is finished, and nothing more is asked in it. Without "
                        + "--session the command begins another one.")
            }
        }
        if kept == nil { locks.append(try asked(.session(header.session))) }
        self.locks = locks + [place.lock].compactMap(\.self)
    }

    /// The session of `participant` to go on with: one that they finished, else an unfinished one, in seat `number` where one is
    /// given.
    private static func earlier(
        of participant: String?, seat number: Int?, ofPlan plan: PlanOutline, in study: OpenStudy
    ) throws -> AnswerHeader? {
        guard let participant else { return nil }
        let own = try study.store.sessions(ofPlan: plan.hash, participant: participant)
            .filter { !$0.header.isSimulated }
        let finished = own.first(where: \.isComplete)
        if let finished, let number, number >= 1, number <= plan.seats, number != finished.header.seat {
            throw Failure(
                .usage,
                """
                \(finished.person) has answered all of seat \(finished.header.seat), and only that session counts. Another \
                person needs another --participant.
                """)
        }
        return (finished ?? own.last { number == nil || $0.header.seat == number })?.header
    }

    /// The language that is asked for, else the one that the session had last, else the plan's first.
    private static func language(_ wish: Language?, after kept: AnswerFile?, ofPlan plan: PlanOutline) -> Language {
        if let wish { return wish }
        let switched = kept?.events.last { $0.kind == .language }?.value
        let last: Language? = if case .text(let tag)? = switched { Language(rawValue: tag) } else { nil }
        return last ?? kept.flatMap { Language(rawValue: $0.header.language) } ?? plan.survey.languages.first
            ?? .english
    }

    /// Seat `number`, which several people may take at once; without one that which the fewest took, but for those that others
    /// take at this moment, who may not have answered anything yet. Where all are taken it is shared.
    private static func place(
        _ number: Int?, ofPlan plan: PlanOutline, in study: OpenStudy
    ) throws -> (number: Int, lock: WorkLocks?) {
        if let number { return (number, try study.lockIfFree(.seat(plan: plan.hash, number: number))) }
        var taken: Set<Int> = []
        while let number = try study.store.leastFilledSeat(ofPlan: plan.hash, except: taken) {
            if let lock = try study.lockIfFree(.seat(plan: plan.hash, number: number)) { return (number, lock) }
            taken.insert(number)
        }
        return (try study.store.leastFilledSeat(ofPlan: plan.hash) ?? 1, nil)
    }

    /// What the terminal needs to ask it.
    ///
    /// - Parameter command: gives the command that goes on with it, by how the session's id begins; by nil where nothing of it is stored.
    package func inTerminal(command: @escaping (_ session: String?) -> String) throws -> TerminalSession {
        let stored = StoredMark(!events.isEmpty)
        let prompts = try seat.items.map(\.shown).map { ($0.number, try contexts.text(of: $0)) }
        let elapsed = (try? Date(header.startedAt, strategy: .iso8601)).map { Date.now.timeIntervalSince($0) } ?? 0
        return TerminalSession(
            seat: seat, settings: settings, language: language, texts: texts,
            consent: hexSHA256(Data(texts.consent(on: .terminal, of: settings).utf8)), events: events,
            header: header,
            elapsedMilliseconds: Int(min(max(0, elapsed * 1000), Double(AnswerLimits.milliseconds.upperBound / 2))),
            command: command(stored.isStored ? SessionName.short(header.session) : nil),
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
                    if receipt.refusal == nil { stored.isStored = true }
                    if receipt.refusal != nil, try store.erasure(ofSession: header.session) != nil {
                        throw SessionClosed(
                            reason:
                                "this session was erased on request while it ran, and nothing of it is in the study. "
                                + "Without --session the command begins another one.")
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

/// Whether anything of a session is stored.
private final class StoredMark {
    var isStored: Bool

    init(_ isStored: Bool) { self.isStored = isStored }
}
