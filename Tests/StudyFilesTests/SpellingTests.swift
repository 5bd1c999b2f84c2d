import Testing

@testable import StudyFiles

@Suite("nearest names")
struct SpellingTests {
    @Test(
        "edits count insertions, deletions, substitutions and exchanged neighbours",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
            ("epohcs", "epochs", 1), ("ca", "abc", 3), ("flaw", "lawn", 2), ("a", "b", 1),
        ])
    func edits(left: String, right: String, expected: Int) {
        #expect(Spelling.edits(from: left, to: right) == expected)
        #expect(Spelling.edits(from: right, to: left) == expected)
    }

    @Test("the nearest name is given, and none where all are far")
    func nearest() {
        let names = ["epochs", "seed", "size", "sizes"]
        #expect(Spelling.nearest(to: "Epochs", among: names) == "epochs")
        #expect(Spelling.nearest(to: "sise", among: names) == "size")
        #expect(Spelling.nearest(to: "banana", among: names) == nil)
        #expect(Spelling.nearest(to: "X", among: ["A", "B"]) == nil)
        #expect(Spelling.nearest(to: "a", among: ["A", "B"]) == "A")
        #expect(Spelling.nearest(to: "x", among: []) == nil)
    }
}
