import Study
import TestKit
import Testing
import Text

@testable import Analysis
@testable import Reports

@Suite("The analysis in the terminal")
struct TerminalReportTests {
    @Test("the rates have the interval by person first, aligned also beside wide letters")
    func rates() throws {
        let votes =
            Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5)
            + [
                Ballots.vote("p1", "手法A", "B\u{1B}[31m\nx", .left, condition: "条件"),
                Ballots.vote("p1", "A", "B", .left, condition: "equal-time", excluded: "repeated_session"),
            ]
        let text = try Analysis.summarise(votes).terminalText
        try expectGolden(text, "terminal.txt")
        #expect(!text.contains("\u{1B}"))
    }

    @Test("a study of all that can be told keeps to 100 columns", arguments: [2, 3])
    func whole(methods: Int) throws {
        let text = try SamplePages.page(methods: methods).summary.terminalText
        try expectGolden(text, "terminal-\(methods)-methods.txt")
        #expect(text.split(separator: "\n").allSatisfy { CellText.width(of: $0) <= TerminalReport.width })
    }

    @Test("Japanese says the same, in columns that stand under each other", arguments: [Language.japanese, .kansai])
    func japanese(language: Language) throws {
        for methods in [2, 3] {
            let text = try SamplePages.page(methods: methods).summary.terminalText(.of(language))
            try expectGolden(text, "terminal-\(methods)-methods-\(language.rawValue).txt")
            #expect(text.split(separator: "\n").allSatisfy { CellText.width(of: $0) <= TerminalReport.width })
            #expect(!text.contains("。 "))
        }
        let paper = try Analysis.summarise(Ballots.paper).terminalText(.of(language))
        try expectGolden(paper, "terminal-paper-\(language.rawValue).txt")
    }

    @Test("votes without persons, and none at all, say what they cannot bear")
    func missing() throws {
        try expectGolden(try Analysis.summarise(Ballots.paper).terminalText, "terminal-paper.txt")
        let none = try Analysis.summarise([], conditions: [.init(name: "equal-time", methods: ["A", "B"])])
        #expect(none.terminalText.contains("– (no votes)"))
        #expect(!none.terminalText.contains("Evidence"))
        #expect(try Analysis.summarise([]).terminalText.contains("nothing to estimate"))
    }

    @Test("forty methods stay readable: rates against all others, and of all else what tells most")
    func many() throws {
        let text = try SamplePages.page(methods: 40, people: 60).summary.terminalText
        #expect(text.contains("3120 rates of one method against another are in --json."))
        #expect(text.contains("30 more in --json"))
        #expect(text.split(separator: "\n").count < 300)
        #expect(text.split(separator: "\n").allSatisfy { CellText.width(of: $0) <= TerminalReport.width })
    }

    @Test("methods that were never compared, or never lost, are named with the condition")
    func refusals() throws {
        let votes = [
            Ballots.vote("p", "A", "B", .left, condition: "apart"),
            Ballots.vote("p", "B", "A", .left, condition: "apart"),
            Ballots.vote("p", "C", "D", .left, condition: "apart"),
            Ballots.vote("p", "A", "B", .left, condition: "unbeaten"),
            Ballots.vote("p", "B", "C", .left, condition: "unbeaten"),
            Ballots.vote("p", "C", "B", .left, condition: "unbeaten"),
            // Each of the two lost to the other, and neither to a third.
            Ballots.vote("p", "A", "B", .left, condition: "two"),
            Ballots.vote("p", "B", "A", .left, condition: "two"),
            Ballots.vote("p", "A", "C", .left, condition: "two"),
        ]
        let text = try Analysis.summarise(votes).terminalText
        #expect(text.contains("\nNo common scale under apart: methods never compared: A, B | C, D.\n"))
        #expect(text.contains("\nNo common scale under unbeaten: methods that none of the others beat: A.\n"))
        #expect(text.contains("\nNo common scale under two: methods that none of the others beat: A, B.\n"))
        #expect(!text.contains("log strength") && !text.contains("never lost"))
    }

    @Test("methods have the names that the report gives them, in every part")
    func labels() throws {
        let votes = [
            Ballots.vote("p", "A", "B", .left, condition: "one"), Ballots.vote("q", "B", "C", .left, condition: "one"),
        ]
        let text = try Analysis.summarise(votes).terminalText(
            .english, labels: ["A": "a GAN of stages", "B": "a DCGAN", "C": "bicubic"])
        #expect(text.contains("a GAN of stages") && text.contains("none of the others beat: a GAN of stages."))
        #expect(!text.contains(/\b[ABC]\b/))
    }

    @Test("Kendall's u names how many people it rests on")
    func agreement() throws {
        let votes = Ballots.people(forA: [1, 2, 1, 0], of: 4)
        let summary = try Analysis.summarise(votes)
        #expect(summary.terminalText.contains("Kendall’s u, of people who decided every pair  1.000 (3 of 4)"))
        for language in Language.standard {
            let report = Report(
                title: "Faces", provenance: Provenance(), summary: summary, tables: [], words: .of(language))
            #expect(report.markdown.contains(" | 1.000 (3 / 4) |"))
        }
    }

    @Test("an alarm, and what the rates would be without exclusions, stand under the counts")
    func exclusions() throws {
        let text = try SamplePages.page().summary.terminalText
        #expect(text.contains("Left out (answered too fast): votes 120, people 6 of 24, 25.0 % (planned: 5.0 %)."))
        #expect(text.contains("\nALARM: that is far more than planned"))
        #expect(text.contains("\nWithout exclusions A under equal-time has "))
        #expect(!(try Analysis.summarise(Ballots.people(forA: [1, 2], of: 5)).terminalText.contains("exclusions")))
    }

    @Test("says that votes are simulated, and how many")
    func simulated() throws {
        let simulated = Ballots.people(forA: [1, 2], of: 5, simulated: true)
        let all = try Analysis.summarise(simulated).terminalText
        #expect(all.hasPrefix("SIMULATED VOTES – not data from people\n"))
        let some = try Analysis.summarise(simulated + Ballots.people(forA: [1, 2], of: 5)).terminalText
        #expect(some.hasPrefix("SIMULATED VOTES: 10 of 20 – those are not data from people\n"))
        #expect(try !Analysis.summarise(Ballots.paper).terminalText.contains("SIMULATED"))
    }
}
