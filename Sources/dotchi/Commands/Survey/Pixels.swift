import ArgumentParser
import SurveyTerminal

/// How images are shown in a terminal, as the command line names it.
enum Pixels: String, ExpressibleByArgument, CaseIterable {
    case auto, kitty, iterm, sixel, blocks

    /// The mode of that name; nil asks the terminal.
    var mode: RenderMode? { RenderMode(rawValue: rawValue) }
}
