import SurveyTerminal
import Testing

@Suite("How a terminal shows pictures")
struct RenderModeTests {
    @Test(
        "the environment tells it for terminals known by name, and multiplexers get blocks",
        arguments: [
            (["TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"], RenderMode.kitty),
            (["TERM": "xterm-ghostty"], .kitty),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .iterm),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .iterm),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], .blocks),
            (["TERM": "linux"], .blocks),
            (["TERM": "tmux-256color"], .blocks),
            (["TERM": "screen"], .blocks),
            (["TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "TMUX": "/tmp/tmux,1,0"], .blocks),
            (["TERM": "xterm-256color"], nil),
            (["TERM": "foot"], nil),
        ])
    func known(environment: [String: String], mode: RenderMode?) {
        #expect(RenderMode.known(from: environment) == mode)
    }

    @Test(
        "the terminal's own answers tell it otherwise",
        arguments: [
            (["\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[?62;4c"], RenderMode.kitty),
            (["\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\", "\u{1B}[?62;4;22c"], .sixel),
            (["\u{1B}[?62;22c"], .blocks),
            (["\u{1B}[?4;6c"], .blocks),
            (["\u{1B}[?62;14;44c"], .blocks),
            ([], .blocks),
        ])
    func answered(reports: [String], mode: RenderMode) {
        #expect(RenderMode.answered(by: reports) == mode)
    }

    @Test(
        "blocks have 24-bit colours only where the environment promises them",
        arguments: [
            (["COLORTERM": "truecolor"], BlockColors.truecolor), (["COLORTERM": "24bit"], .truecolor),
            (["TERM": "xterm-direct"], .truecolor), (["TERM": "xterm-256color"], .indexed), ([:], .indexed),
        ])
    func colors(environment: [String: String], colors: BlockColors) {
        #expect(BlockColors(environment: environment) == colors)
    }

    @Test(
        "the size of a cell is read from either answer, and nonsense is passed over",
        arguments: [
            (["\u{1B}[6;20;10t"], TerminalSize.Cell(width: 10, height: 20)),
            (["\u{1B}[4;480;800t"], TerminalSize.Cell(width: 10, height: 20)),
            (["\u{1B}[6;0;0t", "\u{1B}[4;480;800t"], TerminalSize.Cell(width: 10, height: 20)),
            (["\u{1B}[4;3;4t"], nil), (["\u{1B}[8;24;80t"], nil), (["\u{1B}[?62c"], nil), ([], nil),
        ])
    func cell(reports: [String], cell: TerminalSize.Cell?) {
        #expect(TerminalProbe.cell(from: reports, columns: 80, rows: 24) == cell)
    }
}
