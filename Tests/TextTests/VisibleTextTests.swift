import Testing
import Text

@Suite("Text from others")
struct VisibleTextTests {
    @Test(
        "what steers a terminal or turns the direction of reading is shown",
        arguments: [
            ("\u{1B}]0;owned\u{7}", #"\u{1B}]0;owned\u{7}"#), ("a\rb", #"a\rb"#), ("a\u{0}b", #"a\u{0}b"#),
            ("\u{7F}\u{9B}31m", #"\u{7F}\u{9B}31m"#), ("gpj.\u{202E}exe", #"gpj.\u{202E}exe"#),
            ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", #"\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}"#),
            ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("\r\n", "\\r\n"),
        ])
    func steering(text: String, shown: String) {
        #expect(text.visible == shown)
    }

    @Test(
        "what cannot be seen is shown where it makes different names look alike",
        arguments: [
            ("ad\u{200B}a", #"ad\u{200B}a"#), ("ad\u{200D}a", #"ad\u{200D}a"#), ("\u{FEFF}a", #"\u{FEFF}a"#),
            ("a\u{AD}b\u{2060}", #"a\u{AD}b\u{2060}"#), ("a\u{E0061}", #"a\u{E0061}"#), ("\u{3164}", #"\u{3164}"#),
        ])
    func hidden(text: String, shown: String) {
        #expect(text.visible == shown)
    }

    @Test(
        "words, names and emoji of any script stay as they are",
        arguments: [
            "plain 50 % <a> \\", "手法A（条件）", "שלום", "سلام", "می\u{200C}خواهم", "👩\u{200D}🔬 ❤\u{FE0F}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "é e\u{301}", "two\nlines\tand a tab",
        ])
    func kept(text: String) {
        #expect(text.visible == text)
    }

    @Test("a name stays on one line")
    func line() {
        #expect("a\nnote: all is well\t\r\n".visibleLine == #"a\nnote: all is well\t\r\n"#)
        #expect("plain".visibleLine == "plain")
    }
}
