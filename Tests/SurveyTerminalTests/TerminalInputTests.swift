import SurveyTerminal
import Testing

@Suite("What comes from a terminal")
struct TerminalInputTests {
    private static let samples: [(String, [TerminalInput])] = [
        ("f", [.key(.character("f"))]),
        ("\u{1B}[D", [.key(.left)]), ("\u{1B}OC", [.key(.right)]), ("\u{1B}[B", [.key(.down)]),
        ("\r", [.key(.enter)]), ("\n", [.key(.enter)]), ("\u{7F}", [.key(.backspace)]), ("\u{08}", [.key(.backspace)]),
        ("\u{03}", [.key(.interrupt)]), ("\u{1A}", [.key(.suspend)]),
        ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
        ("あ🙂é", [.key(.character("あ")), .key(.character("🙂")), .key(.character("é"))]),
        ("\u{1B}[?62;4;22cf", [.report("\u{1B}[?62;4;22c"), .key(.character("f"))]),
        ("\u{1B}_Gi=31;OK\u{1B}\\j", [.report("\u{1B}_Gi=31;OK\u{1B}\\"), .key(.character("j"))]),
        ("\u{1B}]11;rgb:ff/ff/ff\u{07}", [.report("\u{1B}]11;rgb:ff/ff/ff\u{07}")]),
        ("\u{1B}[1;5D", [.report("\u{1B}[1;5D")]),
        ("\u{1B}f", []),
        ("\u{1B}\u{1B}[D", [.key(.left)]),
        ("\u{1B}_G never ends\u{03}", [.key(.interrupt)]),
    ]

    @Test("keys, focus and reports are told apart, however the bytes are cut", arguments: samples)
    func inputs(bytes: String, inputs: [TerminalInput]) {
        var whole = TerminalInput.Parser()
        #expect(whole.take(bytes.utf8) == inputs)
        #expect(!whole.isWaiting || bytes == "\u{1B}")
        var pieces = TerminalInput.Parser()
        #expect(bytes.utf8.flatMap { pieces.take([$0]) } == inputs)
    }

    @Test("a lone Escape is dropped after a pause, and the next key counts")
    func loneEscape() {
        var parser = TerminalInput.Parser()
        #expect(parser.take([0x1B]).isEmpty)
        #expect(parser.isWaiting)
        parser.flush()
        #expect(parser.take(Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test("bytes that are no UTF-8 are dropped, and the next key counts")
    func brokenUTF8() {
        var parser = TerminalInput.Parser()
        #expect(parser.take([0xE3, 0x81, 0x66, 0xFF, 0x80, 0x6A]) == [.key(.character("f")), .key(.character("j"))])
    }
}
