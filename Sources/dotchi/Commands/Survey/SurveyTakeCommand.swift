import ArgumentParser
import Foundation
import Study
import SurveyTerminal
import Text
import Workflows

/// `dotchi survey take`: the survey in this terminal.
struct SurveyTakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: "Take the survey in this terminal; every vote is stored as it is made.",
        discussion: """
            Who stops in the middle is shown the command that goes on there: with the same --participant, or for somebody without \
            an id with --session. A participant or a session is asked in one terminal at a time: a second one ends with status 75. \
            Any number of people may be asked at once, each in a session of their own; without --seat they get different seats.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        parsing: .unconditional, help: "The seat (default: the one that the fewest people took).",
        transform: Number.whole)
    var seat: Int?

    @Option(help: "Who answers: an id, never a name. Without it every session is a person of its own.")
    var participant: String?

    @Option(
        help: ArgumentHelp(
            "The session to go on with, begun in a terminal: its id, or the first 8 characters of it.", valueName: "id")
    )
    var session: String?

    @Option(help: "The language, by its tag: one that the plan offers (default: its first).")
    var language: Language?

    @Option(help: "How images are shown: auto, kitty, iterm, sixel or blocks.")
    var pixels: Pixels = .auto

    func validate() throws {
        guard session == nil || seat == nil && participant == nil else {
            throw ValidationError("--session has its seat and its participant: leave --seat and --participant out.")
        }
    }

    func run() throws {
        // Between the tries the screen is looked after.
        let study = try OpenStudy(options, patience: 1)
        let opened = try OpenedSession(
            study, participant: participant, session: session, seat: seat, language: language)
        let asked = try opened.inTerminal { command(session: $0, seat: opened.seat) }
        switch try SurveyScreen.run(asked, pixels: pixels.mode) {
        case .finished, .declined, .screenedOut, .stopped: break
        case .imagesFailed:
            throw Failure(
                .ioError,
                """
                images of \(TerminalSurvey.mostFailures.counted("pair")) in a row could not be shown, so the survey stopped; no \
                further pair is left out, and the command above goes on. `dotchi doctor` names images that are damaged or \
                gone.
                """)
        case .terminated(let signal): throw ExitCode(128 + signal)
        }
    }

    /// The command that goes on with `session`, the beginning of its id; nil where nothing of it is stored.
    private func command(session: String?, seat: Seat) -> String {
        var words = ["dotchi", "survey", "take"]
        if let session, participant == nil {
            words += ["--session", session]
        } else {
            words += ["--seat", "\(seat.number)"]
            if let participant { words += ["--participant", participant] }
        }
        if let language { words += ["--language", language.rawValue] }
        if pixels != .auto { words += ["--pixels", pixels.rawValue] }
        if let study = options.path { words += ["--study", study] }
        return words.map(\.shellWord).joined(separator: " ")
    }
}
