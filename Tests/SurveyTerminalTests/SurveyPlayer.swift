import Answers
import Study
import SurveyTerminal

/// Plays the part of the screen in memory: does what the survey asks, keeps what it stores, and remembers each page drawn.
struct SurveyPlayer {
    struct Refused: Error {}

    var survey: TerminalSurvey
    var stored: [AnswerEvent]
    /// The pages drawn, in order.
    var pages: [TerminalSurvey.Page] = []
    var ending: SurveyEnding?
    /// People who did not take part.
    var counted: [AnswerEvent] = []
    var suspensions = 0
    var now = 0
    /// Numbers of trials whose images cannot be shown.
    var failing: Set<Int> = []
    /// The kind of event that the store refuses.
    var refused: AnswerEvent.Kind?
    var isTooSmall = false
    var pixels = 30

    /// Keys count at once, unless the first so many milliseconds of a page are to count for nothing.
    init(
        seat: Seat = SurveyFixture.seat(), settings: SurveySettings = SurveySettings(consent: false),
        events: [AnswerEvent] = [], failing: Set<Int> = [], minimumResponse: Int = 0,
        language: Language? = nil, header: AnswerHeader? = nil
    ) throws {
        var settings = settings
        settings.minimumResponseMilliseconds = minimumResponse
        survey = TerminalSurvey(
            seat: seat, settings: settings, events: events, language: language, header: header,
            makeID: SurveyFixture.countingIDs())
        stored = events
        self.failing = failing
        try perform(survey.start(at: now))
    }

    /// Presses keys with 300 ms between them, long enough for the mark of an answer to pass.
    mutating func press(_ keys: Key...) throws {
        for key in keys {
            try pass(300)
            try perform(survey.receive(.key(key), at: now))
        }
        try pass(300)
    }

    mutating func receive(_ input: TerminalSurvey.Input) throws {
        try perform(survey.receive(input, at: now))
    }

    /// Lets time pass, with the wake-up calls that the survey asks for.
    mutating func pass(_ milliseconds: Int) throws {
        let end = now + milliseconds
        while let wake = survey.wakeAt, wake <= end {
            now = max(now, wake)
            try perform(survey.receive(.time, at: now))
        }
        now = end
    }

    var votes: [AnswerEvent] { stored.filter { $0.kind == .vote } }
    var kinds: [AnswerEvent.Kind] { stored.map(\.kind) }

    private mutating func perform(_ effects: [TerminalSurvey.Effect]) throws {
        var waiting = effects
        while ending == nil, !waiting.isEmpty {
            switch waiting.removeFirst() {
            case .draw:
                pages.append(survey.page)
                waiting += survey.receive(.drawn(draw()), at: now)
            case .drawTexts: break
            case .record(let event):
                if event.kind == refused { throw Refused() }
                stored.append(event)
                waiting += survey.receive(.recorded(event), at: now)
            case .count(let event): counted.append(event)
            case .suspend: suspensions += 1
            case .leave(let ending): self.ending = ending
            }
        }
    }

    private func draw() -> TerminalSurvey.Drawn {
        guard case .trial(let trial) = survey.page else { return isTooSmall ? .tooSmall : .text }
        if failing.contains(trial.number) { return .imageFailed }
        return isTooSmall ? .tooSmall : .images(.blocks, pixels: pixels)
    }
}
