import Answers
import Pictures
import Study
import SurveyTerminal

/// A person at the terminal, without a terminal: looks at every image, and answers to the end.
struct SessionPlayer {
    private let session: TerminalSession
    private var survey: TerminalSurvey
    private var now = 0
    private(set) var ending: SurveyEnding?

    /// Answers all that `session` asks: `choice` of each trial that is no catch trial, and the whole image of those.
    static func play(_ session: TerminalSession, _ choice: (Trial) -> Choice) throws -> SurveyEnding? {
        var player = SessionPlayer(session)
        try player.perform(player.survey.start(at: 0))
        while player.ending == nil {
            player.now += 1000
            if player.survey.wakeAt != nil {
                try player.perform(player.survey.receive(.time, at: player.now))
                continue
            }
            let key: Key =
                switch player.survey.page {
                case .consent: .character("y")
                case .trial(let trial): (trial.correct ?? choice(trial)) == .left ? .left : .right
                default: .enter
                }
            try player.perform(player.survey.receive(.key(key), at: player.now))
        }
        return player.ending
    }

    private init(_ session: TerminalSession) {
        self.session = session
        survey = TerminalSurvey(
            seat: session.seat, settings: session.settings, events: session.events, makeID: session.makeID)
    }

    private mutating func perform(_ effects: [TerminalSurvey.Effect]) throws {
        var waiting = effects
        while ending == nil, !waiting.isEmpty {
            switch waiting.removeFirst() {
            case .draw:
                var drawn = TerminalSurvey.Drawn.text
                if case .trial(let trial) = survey.page {
                    let left = try session.image(trial.left)
                    _ = try session.image(trial.right)
                    drawn = .images(.blocks, pixels: left.width)
                }
                waiting += survey.receive(.drawn(drawn), at: now)
            case .record(let event):
                try session.record(event)
                waiting += survey.receive(.recorded(event), at: now)
            case .leave(let ending): self.ending = ending
            case .count(let event): try session.record(event)
            case .drawTexts, .suspend: break
            }
        }
    }
}
