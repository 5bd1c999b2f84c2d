package import Answers
package import Study

/// The survey as a state machine: what happened goes in, what is to be done comes out. It does no IO and reads no clock.
///
/// Nothing counts before it is stored: an answer becomes an ``Effect/record(_:)``, and only the ``Input/recorded(_:)`` that
/// follows it moves the survey on. Keys count only while the page they are meant for is in view, so what was typed ahead
/// answers nothing. A key that is held down repeats itself, and each repeat is one that came too early after the one before:
/// it answers once.
package struct TerminalSurvey: Sendable {
    /// How the images of the trial are shown.
    struct Showing: Sendable {
        let first: Int
        var since: Int
        var render: RenderMode
        var pixels: Int
    }

    /// What the person has before them.
    package private(set) var page: Page
    /// The line for the person, if there is one.
    package internal(set) var notice: Notice?
    /// Which part of a page that is longer than the terminal is in view, from 0.
    package internal(set) var part = 0
    /// The trials, in the order asked.
    package let seat: Seat
    /// How far the person has come: what the stored events come to.
    package private(set) var state: SessionState
    /// The question that is asked of the trial in view, by its id; nil where the plan names none.
    package private(set) var asked: String?
    /// The answer just given, marked for a moment before the survey goes on.
    package private(set) var chosen: Choice?
    /// Its grade, where answers have grades.
    package private(set) var chosenGrade: Int?
    /// When ``Input/time`` is wanted next, in milliseconds of the same clock; nil for not at all.
    package var wakeAt: Int? { [pausedUntil, hidesAt, endsAt].compactMap(\.self).min() }
    /// Until when no answers are taken: an answer is marked, or the images are to be looked at first.
    private var pausedUntil: Int?
    /// When the images are hidden, where they are before the answer.
    private var hidesAt: Int?
    /// When the time to answer is over, where it is limited.
    private var endsAt: Int?
    /// Whether the images of the trial were in view for as long as they are.
    package private(set) var isHidden = false
    private var isExposureRecorded = false
    /// Where both images stand in one place, the one in view.
    package internal(set) var side = Choice.left
    /// Those of the trial that were in view.
    private(set) var seenSides: Set<Choice> = []
    /// When what is seen changed last, by an exchange or a new pair, in milliseconds.
    var exchangedAt = -1000

    /// How long an answer stays marked, in milliseconds.
    package static let markMilliseconds = 200

    let settings: SurveySettings
    /// SHA-256 of what is agreed to; nil where that is not recorded.
    let consent: String?
    /// The language shown; nil where that is not recorded.
    let language: Language?
    let header: AnswerHeader?
    private let makeID: @Sendable () -> String
    var isInView = false
    /// Whether more of the page follows what is in view.
    private(set) var hasMore = false
    /// Since when the page has been in view, or the last key that came too early; in milliseconds.
    var quietSince = 0
    private(set) var showing: Showing?
    /// Since when a further question about the pair in view is asked, in milliseconds; 0 for the first one.
    private(set) var askedSince = 0
    private var hasFocus = true
    /// How many trials were given up in a row, since images were last in view.
    private var failedInARow: Int
    /// Questions that were skipped, by their ids.
    var skipped: Set<String> = []
    /// Consent and answers that are stored only once it is known that the person can take part.
    var held: [AnswerEvent] = []
    /// Whether it is known.
    var isAdmitted = false

    /// A survey of `seat` under the rules of `settings`, which goes on after `events`.
    ///
    /// - Parameter consent: SHA-256 of what is agreed to.
    /// - Parameter language: the language shown; where the session has another one last, that is recorded.
    /// - Parameter header: the session's header.
    /// - Parameter makeID: gives a new UUID in lower case each time.
    package init(
        seat: Seat, settings: SurveySettings, consent: String? = nil, events: [AnswerEvent] = [],
        language: Language? = nil, header: AnswerHeader? = nil, makeID: @escaping @Sendable () -> String
    ) {
        self.settings = settings
        self.consent = consent
        self.makeID = makeID
        self.language = language
        self.header = header
        self.seat = seat
        state = SessionState(events, trials: Set(seat.trials.map(\.number)), rules: SessionRules(settings))
        failedInARow = events.reversed().prefix { $0.kind != .shown }.count { $0.kind == .imageFailed }
        page = .thanks
        isAdmitted = !events.isEmpty && settings.screening(state.answers) == nil
        if !state.isFinished {
            let begins = state.votes.isEmpty ? openQuestion(isBefore: true) ?? .instructions : .instructions
            page = settings.consent.isRequired && !state.hasConsent ? .consent : begins
        }
        if let next = state.next, !state.votes.isEmpty { notice = .resumed(number: next) }
    }

    /// What is to be done first.
    package mutating func start(at now: Int) -> [Effect] {
        page == .instructions && state.next == nil ? goOn(at: now) : [.draw]
    }

    /// Whether keys that answer would be taken at this moment.
    package var takesAnswers: Bool { isInView && pausedUntil == nil && hasSeenBoth }

    /// Whether both images were in view, so that they can be compared.
    var hasSeenBoth: Bool { settings.usedView.mode != .flip || seenSides.count == 2 }

    /// Whether the last answer can be taken back at this moment.
    package var canUndo: Bool { settings.undo && state.undoable != nil }

    /// Takes one input that happened at `now`, in milliseconds from the start of the session.
    package mutating func receive(_ input: Input, at now: Int) -> [Effect] {
        switch input {
        case .key(let key): return press(key, at: now)
        case .focus(let focus): return attend(focus, at: now)
        case .resized: return [.draw]
        case .time:
            return pass(at: now)
        case .drawn(let drawn): return comeIntoView(drawn, at: now)
        case .recorded(let event):
            state.apply(event)
            return advance(after: event, at: now)
        }
    }

    /// Does what the time has come for.
    private mutating func pass(at now: Int) -> [Effect] {
        if let paused = pausedUntil, now >= paused {
            pausedUntil = nil
            if chosen != nil { return goOn(at: now) }
            if notice == .lookFirst { notice = nil }
            return [.drawTexts]
        }
        guard chosen == nil, case .trial(let trial) = page else { return [] }
        if let endsAt, now >= endsAt {
            self.endsAt = nil
            return [.record(event(.timeout, at: now, trial: trial.number))]
        }
        guard let hidesAt, now >= hidesAt else { return [] }
        self.hidesAt = nil
        isHidden = true
        return [.draw]
    }

    private mutating func advance(after event: AnswerEvent, at now: Int) -> [Effect] {
        switch event.kind {
        case .answer where event.isReport:
            notice = .reported
            return [.drawTexts]
        case .shown:
            failedInARow = 0
            return []
        case .blur, .focus, .language, .scheme, .screenedOut, .flip, .enlarge: return []
        case .timeout:
            notice = nil
            guard let trial = event.trial else { return goOn(at: now) }
            let pairs = seat.trials.count
            let number = trial > pairs ? trial - pairs : trial
            return turn(to: .timeUp(number: number, comesAgain: trial <= pairs && !state.leftOut.contains(trial)))
        case .answer:
            if case .question(let page) = page, page.item.id == event.question { return follow(page, at: now) }
            return []
        case .consent: return page == .consent ? goOnToInstructions(at: now) : []
        case .finish: return [.leave(.finished)]
        case .vote, .practice:
            notice = nil
            chosen = event.choice
            chosenGrade = event.grade
            pausedUntil = now + Self.markMilliseconds
            (hidesAt, endsAt) = (nil, nil)
            return [.drawTexts]
        case .undo:
            notice = nil
            // Who answers again looks again.
            if settings.usedView.exposureMilliseconds != nil { showing = nil }
        case .imageFailed:
            failedInARow += 1
            notice = event.trial.map { number in
                let pairs = seat.trials.count
                return number > pairs
                    ? .imageFailed(number: number - pairs, comesAgain: false)
                    : .imageFailed(number: number, comesAgain: !state.leftOut.contains(number))
            }
        }
        return goOn(at: now)
    }

    mutating func goOn(at now: Int) -> [Effect] {
        // The pair stays in view from question to question.
        if case .trial(let trial) = page, trial.number == state.next, state.nextPractice == nil, isInView,
            showing != nil
        {
            return askNext(at: now)
        }
        if state.nextPractice == nil {
            if state.isAfterPractice { return turn(to: .practiceOver) }
            if state.isBreakDue(every: settings.besides.breaks) { return turn(to: .rest) }
        }
        return ask()
    }

    /// Asks what comes next, whatever page stands before it.
    mutating func ask() -> [Effect] {
        let next = state.next.map { state.nextPractice ?? $0 }
        return turn(
            to: seat.items.first { $0.number == next }.map(Page.init) ?? openQuestion(isBefore: false) ?? .thanks)
    }

    /// Whether what is before the person counts nowhere.
    var isPractising: Bool {
        if case .trial(let trial) = page { trial.number > seat.trials.count } else { false }
    }

    /// Asks the next question about the pair in view.
    private mutating func askNext(at now: Int) -> [Effect] {
        asked = state.nextQuestion
        chosen = nil
        chosenGrade = nil
        askedSince = now
        quietSince = now
        let answerable = (showing?.since ?? now) + settings.minimumViewMilliseconds
        pausedUntil = answerable > now ? answerable : nil
        limit(at: now)
        return [.drawTexts]
    }

    /// The question waits from now on, and the images stay in view where they still are.
    private mutating func limit(at now: Int) {
        let view = settings.usedView
        endsAt = view.limitMilliseconds.map { now + $0 }
        guard !isHidden, let showing else { return }
        hidesAt = view.exposureMilliseconds.map { showing.first + $0 }
    }

    /// The same page, with another entry.
    mutating func change(to page: QuestionPage) { self.page = .question(page) }

    mutating func turn(to page: Page) -> [Effect] {
        self.page = page
        part = 0
        isInView = false
        showing = nil
        asked = state.nextQuestion
        askedSince = 0
        chosen = nil
        chosenGrade = nil
        (pausedUntil, hidesAt, endsAt) = (nil, nil, nil)
        (isHidden, isExposureRecorded) = (false, false)
        (side, seenSides) = (.left, [])
        if case .trial = page, settings.usedView.mode == .flip, notice == nil { notice = .flipFirst }
        if case .trial = page, settings.minimumViewMilliseconds > 0, notice == nil { notice = .lookFirst }
        return [.draw]
    }

    private mutating func comeIntoView(_ drawn: Drawn, at now: Int) -> [Effect] {
        hasMore = drawn == .part
        switch drawn {
        case .text, .part:
            if !isInView { quietSince = now }
            isInView = true
        case .tooSmall:
            isInView = false
            if chosen == nil { pausedUntil = nil }
        case .imageFailed:
            isInView = false
            guard chosen == nil else { return [] }
            guard case .trial(let trial) = page else { return [] }
            // The last ones are not asked for ever.
            if failedInARow + 1 >= Self.mostFailures, state.failures[trial.number] == nil {
                return [.leave(.imagesFailed)]
            }
            return [.record(event(.imageFailed, at: now, trial: trial.number))]
        case .images(let render, let pixels, let seen):
            guard case .trial(let trial) = page else { return [] }
            let isFirst = showing == nil
            let since = isInView ? showing?.since ?? now : now
            showing = Showing(first: showing?.first ?? now, since: since, render: render, pixels: pixels)
            if !isInView { quietSince = now }
            isInView = true
            if chosen == nil {
                let answerable = since + settings.minimumViewMilliseconds
                pausedUntil = answerable > now ? answerable : nil
            }
            if isFirst {
                limit(at: now)
                // The first change of what is seen.
                exchangedAt = now
            }
            seenSides.insert(side)
            if hasSeenBoth, notice == .flipFirst { notice = nil }
            var seen = seen
            if isHidden, !isExposureRecorded, let showing {
                isExposureRecorded = true
                seen[.exposure] = .number(Double(now - showing.first))
            }
            let shown = event(.shown, at: now, trial: trial.number, render: render, pixels: pixels)
            return isFirst ? [.record(shown)] + record(seen, at: now, after: 1) : record(seen, at: now, after: 0)
        }
        return []
    }

    mutating func attend(_ focus: Bool, at now: Int) -> [Effect] {
        guard focus != hasFocus else { return [] }
        hasFocus = focus
        guard case .trial(let trial) = page else { return [] }
        return [.record(event(focus ? .focus : .blur, at: now, trial: trial.number))]
    }

    func event(
        _ kind: AnswerEvent.Kind, at now: Int, trial: Int? = nil, render: RenderMode? = nil, pixels: Int? = nil,
        question: String? = nil, value: AnswerValue? = nil
    ) -> AnswerEvent {
        AnswerEvent(
            id: makeID(), milliseconds: state.time(at: now), kind: kind, trial: trial,
            render: render?.rawValue, shownPixels: pixels, question: question, value: value)
    }
}
