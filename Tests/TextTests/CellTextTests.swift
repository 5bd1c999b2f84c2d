import Testing
import Text

@Suite("Text in cells")
struct CellTextTests {
    @Test(
        "East Asian characters take two cells, combining ones none",
        arguments: [
            ("abc", 3), ("どっち", 6), ("「ｱ」", 5), ("e\u{301}", 1), ("← か f", 6), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("", 0),
        ])
    func width(text: String, cells: Int) {
        #expect(CellText.width(of: text) == cells)
    }

    @Test(
        "lines break at spaces in English, and by the rules of kinsoku in Japanese",
        arguments: [
            ("Which image looks better?", 13, ["Which image", "looks better?"]),
            ("どちらがいいですか。", 10, ["どちらがい", "いですか。"]),
            ("그림을 골라 주세요", 10, ["그림을", "골라", "주세요"]), ("그림을골라주세요", 6, ["그림을", "골라주", "세요"]),
            ("あいうえお。かき", 10, ["あいうえ", "お。かき"]),
            ("あいう「かき」", 8, ["あいう", "「かき」"]),
            ("abcdefgh", 3, ["abc", "def", "gh"]),
            ("one\ntwo", 20, ["one", "two"]),
            ("y  yes      n  no", 8, ["y  yes", "n  no"]),
            ("", 5, [""]),
        ])
    func lines(text: String, columns: Int, lines: [String]) {
        #expect(CellText.lines(text, columns: columns) == lines)
    }

    @Test("no control character of a text reaches the terminal: it is shown")
    func control() {
        #expect(CellText.lines("a\u{1B}[2Jb\u{07}\tc", columns: 30) == [#"a\u{1B}[2Jb\u{7} c"#])
        #expect(CellText.lines("one\r\ntwo\u{202E}", columns: 30) == ["one", #"two\u{202E}"#])
    }
}
