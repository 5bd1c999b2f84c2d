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
            Stopped in the middle, the same participant and seat go on where they were. A participant is asked in one terminal \
            at a time: a second one ends with status 75.
            """)

    @OptionGroup var options: StudyOptions

    @Option(
        parsing: .unconditional, help: "The seat (default: the one that the fewest people took).",
        transform: Number.whole)
    var seat: Int?

    @Option(help: "Who answers: an id, never a name. Without it every session is a person of its own.")
    var participant: String?

    @Option(help: "The language, by its tag: one that the plan offers (default: its first).")
    var language: Language?

    @Option(help: "How images are shown: auto, kitty, iterm, sixel or blocks.")
    var pixels: Pixels = .auto

    func run() throws {
        // Between the tries the screen is looked after.
        let study = try OpenStudy(options, patience: 1)
        let opened = try OpenedSession(study, participant: participant, seat: seat, language: language)
        switch try SurveyScreen.run(opened.inTerminal(command: command(seat: opened.seat)), pixels: pixels.mode) {
        case .finished, .declined, .screenedOut, .stopped: break
        case .terminated(let signal): throw ExitCode(128 + signal)
        }
    }

    /// The command that goes on with this session.
    private func command(seat: Seat) -> String {
        var words = ["dotchi", "survey", "take", "--seat", "\(seat.number)"]
        if let participant { words += ["--participant", participant] }
        if let language { words += ["--language", language.rawValue] }
        if pixels != .auto { words += ["--pixels", pixels.rawValue] }
        if let study = options.path { words += ["--study", study] }
        return words.map(\.shellWord).joined(separator: " ")
    }
}
