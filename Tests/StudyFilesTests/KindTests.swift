import Study
import Testing
import Yams

@testable import StudyFiles

/// A block as a later study.yaml may have one: blocks in a list, texts by key and language, a block that `true` stands for.
private struct Made: Sendable, Equatable {
    var asked: [Asked] = []
    var texts: [Screen: [Language: String]] = [:]
    var consent: Consent?
    var width: Int?

    struct Asked: Sendable, Equatable {
        var id = ""
        var grades = 2
    }

    enum Screen: String, Sendable, CaseIterable {
        case welcome, thanks
    }

    struct Consent: Sendable, Equatable {
        var version = 1
    }

    static let table = KeyTable<Made>(
        { _ in Made() },
        [
            Key(
                "asked", \.asked, .list(of: .block(asked), called: "blocks", count: 0...2), default: "none",
                "What is asked of a pair."),
            Key("texts", \.texts, .byWord(.byLanguage(.text), called: "text"), "Texts of screens."),
            Key("consent", optional: \.consent, .blockOrFlag(consent), default: "none", "What a person agrees to."),
            Key("width", optional: \.width, .whole(1...9).orNothing, default: "any", "Width."),
        ])

    private static let asked = KeyTable<Asked>(
        { _ in Asked() },
        [
            Key("id", \.id, .text, missing: "is missing", "Its name."),
            Key("grades", \.grades, .one(of: [2, 3, 7]), "How many answers there are."),
        ])

    private static let consent = KeyTable<Consent>(
        { _ in Consent() }, [Key("version", \.version, .whole(1...99), "Its version.")])
}

@Suite("kinds of values")
struct KindTests {
    private func read(_ yaml: String) throws -> (made: Made, findings: [String]) {
        let reading = Reading(findings: Findings(file: "f"))
        let made = Made.table.read(Block(try compose(yaml: yaml), at: KeyPlace(), reading: reading), "")
        return (made, reading.findings.all.sorted().map(\.description))
    }

    @Test("kinds nest: lists of blocks, texts by key and language, blocks that true stands for")
    func nested() throws {
        let (made, findings) = try read(
            """
            asked: [{id: better}, {id: sharper, grades: 7}]
            texts: {thanks: {en: Thank you., ja: ありがとう}}
            consent: true
            width:
            """)
        #expect(findings == [])
        #expect(made.asked == [.init(id: "better"), .init(id: "sharper", grades: 7)])
        #expect(made.texts == [.thanks: [.english: "Thank you.", .japanese: "ありがとう"]])
        #expect(made.consent == .init() && made.width == nil)
        #expect(try read("consent: {version: 3}").made.consent == .init(version: 3))
    }

    @Test("findings of nested kinds are all there, each at its place")
    func findings() throws {
        let (made, findings) = try read(
            """
            asked: [{grades: 4}, {id: a, grade: 3}, {id: b}]
            texts: {thank: {}, welcome: {f_r: Bonjour, en: 1}}
            consent: {version: 0}
            width: 10
            """)
        #expect(
            findings == [
                "f:1:8: error: asked: expected a list of 0 to 2 blocks, found 3",
                "f:1:9: error: asked[0].id: is missing",
                "f:1:18: error: asked[0].grades: expected 2, 3 or 7, found 4",
                "f:1:30: error: asked[1].grade: unknown key; did you mean \"grades\"?",
                "f:2:9: error: texts.thank: unknown text (there are welcome, thanks); did you mean \"thanks\"?",
                "f:2:30: error: texts.welcome.f_r: expected a language by its BCP 47 tag, such as en, pt-BR or zh-Hans",
                "f:2:48: error: texts.welcome.en: expected text, found the number 1; put it in quotes",
                "f:3:20: error: consent.version: expected a whole number from 1 to 99, found 0",
                "f:4:8: error: width: expected a whole number from 1 to 9, found 10",
            ])
        #expect(made.asked.isEmpty && made.width == nil)
    }

    @Test("listings and rows reach into nested kinds")
    func rows() {
        let made = Made(texts: [.thanks: [.english: "Bye"]], consent: .init(version: 2), width: 3)
        #expect(
            Made.table.listing(made).map { "\($0.key)=\($0.value)" } == [
                "asked=[]", "texts.thanks.en=Bye", "consent.version=2", "width=3",
            ])
        #expect(
            Made.table.rows("made.").map(\.key) == [
                "made.asked", "made.asked[].id", "made.asked[].grades", "made.texts", "made.consent",
                "made.consent.version", "made.width",
            ])
    }
}

@Suite("ranges of numbers")
struct NumberRangeTests {
    @Test("a range says which ends belong to it, and holds these")
    func ends() {
        let ranges: [(range: NumberRange, words: String, holds: [Bool])] = [
            (.from(0, to: 1), "from 0 to 1", [true, true]), (.from(0, below: 1), "from 0, below 1", [true, false]),
            (.above(0, atMost: 1), "above 0, at most 1", [false, true]),
            (.above(0, below: 1), "above 0 and below 1", [false, false]),
        ]
        for (range, words, holds) in ranges {
            #expect("\(range)" == words)
            #expect([0, 1].map(range.contains) == holds)
            #expect(range.contains(0.5) && !range.contains(-0.1) && !range.contains(1.1) && !range.contains(.nan))
        }
        #expect("\(NumberRange.above(0.25, below: 2))" == "above 0.25 and below 2")
    }
}
