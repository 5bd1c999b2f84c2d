import Prose
import Testing

/// Texts for participants, of Markdown.
struct ProseTests {
    @Test("paragraphs, emphasis, lists and links are read")
    func parts() throws {
        let prose = try Prose(
            markdown: """
                You see *two* images.
                Choose **one**.

                3. first
                4. [second](https://example.org/a?b=1&c=2)

                - by <mailto:me@example.org>
                """)
        #expect(
            prose.blocks == [
                .paragraph([
                    .text("You see "), .emphasis([.text("two")]), .text(" images. Choose "), .strong([.text("one")]),
                    .text("."),
                ]),
                .list(
                    start: 3,
                    items: [
                        [.paragraph([.text("first")])],
                        [.paragraph([.link(address: "https://example.org/a?b=1&c=2", [.text("second")])])],
                    ]),
                .list(
                    start: nil,
                    items: [
                        [
                            .paragraph([
                                .text("by "),
                                .link(address: "mailto:me@example.org", [.text("mailto:me@example.org")]),
                            ])
                        ]
                    ]),
            ])
        #expect(
            prose.plainParagraphs == [
                "You see two images. Choose one.", "3. first", "4. second (https://example.org/a?b=1&c=2)",
                "• by mailto:me@example.org",
            ])
    }

    @Test("the end of a line is a space, and none between characters of a script without spaces")
    func lines() throws {
        #expect(try Prose(markdown: "二つの\n画像").plainParagraphs == ["二つの画像"])
        #expect(try Prose(markdown: "두\n그림").plainParagraphs == ["두 그림"])
        #expect(try Prose(markdown: "two\nimages").plainParagraphs == ["two images"])
        #expect(try Prose(markdown: "two\\\nimages").plainParagraphs == ["two\nimages"])
    }

    @Test(
        "what is no prose is refused, and named",
        arguments: [
            ("# Title", "a heading"), ("Title\n===", "a heading"), ("> said", "a quotation"),
            ("    code", "a block of code"),
            ("`code`", "code"), ("<script>alert(1)</script>", "HTML"), ("a <b>bold</b> word", "HTML (\"<b>\")"),
            ("---", "a rule"), ("![alt](a.png)", "an image"), ("<!-- note -->", "HTML"),
            ("[here](javascript:alert(1))", "\"javascript:alert(1)\""), ("[here](data:text/html,x)", "data:text/html"),
            ("[here](/local)", "\"/local\""), ("[here](JaVaScRiPt:x)", "JaVaScRiPt"),
        ])
    func others(markdown: String, words: String) throws {
        let error = #expect(throws: ProseError.self) { try Prose(markdown: markdown) }
        let message = "\(try #require(error))"
        #expect(message.contains(words), "\(message)")
    }

    @Test("what only looks like markup is text")
    func text() throws {
        for text in ["a < b & c > d", "5 * 3 * 2", "snake_case_name", "&lt;b&gt;", "\\*stars\\*"] {
            let shown = ["&lt;b&gt;": "<b>", "\\*stars\\*": "*stars*"][text] ?? text
            #expect(try Prose(markdown: text).plainParagraphs == [shown])
        }
        #expect(try Prose(markdown: "").blocks.isEmpty)
    }

    @Test("nesting has an end, which costs nothing")
    func nesting() {
        #expect(throws: ProseError.self) { try Prose(markdown: String(repeating: "- ", count: 5_000) + "x") }
        #expect(throws: ProseError.self) {
            try Prose(markdown: String(repeating: "*", count: 400) + "a" + String(repeating: "*", count: 400))
        }
    }
}
