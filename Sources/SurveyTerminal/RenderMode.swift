/// How a terminal shows pictures; stored with every vote.
package enum RenderMode: String, Sendable, CaseIterable {
    /// The graphics protocol of kitty (also Ghostty, Konsole).
    case kitty
    /// Inline images of iTerm2 (also WezTerm).
    case iterm
    /// Sixels, of DEC's VT340 (foot, mlterm, xterm -ti vt340, Windows Terminal).
    case sixel
    /// Half and quadrant blocks of Unicode, two colours a cell: works in every terminal.
    case blocks

    /// The mode that the environment alone tells, or nil where the terminal itself has to be asked.
    ///
    /// A multiplexer (tmux, screen) stands between us and the terminal and redraws cells only, so it gets blocks.
    package static func known(from environment: [String: String]) -> RenderMode? {
        let term = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"] ?? ""
        if environment["TMUX"] != nil || environment["STY"] != nil || term.hasPrefix("tmux") || term.hasPrefix("screen")
        {
            return .blocks
        }
        if environment["KITTY_WINDOW_ID"] != nil || ["xterm-kitty", "xterm-ghostty"].contains(term) { return .kitty }
        if ["iTerm.app", "WezTerm"].contains(program) || environment["LC_TERMINAL"] == "iTerm2" { return .iterm }
        if program == "Apple_Terminal" || term == "linux" { return .blocks }
        return nil
    }

    /// The mode that the terminal's own reports tell (``TerminalProbe``): kitty's protocol if it said OK, sixels if
    /// attribute 4 is among its device attributes, else blocks.
    package static func answered(by reports: [String]) -> RenderMode {
        if reports.contains(where: { $0.hasPrefix("\u{1B}_G") && $0.contains(";OK") }) { return .kitty }
        let attributes = reports.last { $0.isDeviceAttributes }
        let numbers = attributes?.dropFirst(3).dropLast().split(separator: ";") ?? []
        // The first number is the class of the device.
        return numbers.dropFirst().contains("4") ? .sixel : .blocks
    }
}

/// How many colours blocks are drawn in.
package enum BlockColors: Sendable {
    /// 24 bits a colour.
    case truecolor
    /// The 256 colours of xterm.
    case indexed

    /// What the environment says of the terminal: 24 bits only where COLORTERM or TERM promises them.
    package init(environment: [String: String]) {
        let promised = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
        let term = environment["TERM"] ?? ""
        self = promised || term.hasSuffix("-direct") || term == "xterm-kitty" ? .truecolor : .indexed
    }
}
