import Analysis
import Foundation
import Preference
import Study
import TestKit
import Testing
import Votes

@testable import Reports

@Suite("The paper's tables")
struct ConditionTableTests {
    /// A study of six people with a tie, simulated or not.
    private func peopleTable(simulated: Bool, runs: [RunFacts] = Ballots.paperRuns) throws -> ConditionTable {
        var votes = Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5, simulated: simulated)
        votes.append(
            Ballots.cast(
                participant: "p1", condition: "equal-time", left: "A", right: "B", choice: .tie, simulated: simulated))
        let tables = ConditionTable.tables(
            of: try Analysis.summarise(votes), runs: runs, labels: ["A": "multi-stage GAN", "B": "DCGAN + SRCNN"])
        return try #require(tables.first)
    }

    @Test("a table of people's votes reads as the paper's, in every language and syntax", arguments: Language.standard)
    func people(language: Language) throws {
        let table = try peopleTable(simulated: false)
        try expectGolden(table.markdown(.of(language)), "people-\(language.rawValue).md")
        try expectGolden(table.csv(.of(language)), "people-\(language.rawValue).csv")
        try expectGolden(table.latex(.of(language)), "people-\(language.rawValue).tex")
    }

    @Test("a table of simulated votes says so in every language and syntax", arguments: Language.standard)
    func simulated(language: Language) throws {
        let table = try peopleTable(simulated: true)
        let texts = [
            "md": table.markdown(.of(language)), "csv": table.csv(.of(language)),
            "tex": table.latex(.of(language)),
        ]
        for (format, text) in texts {
            try expectGolden(text, "simulated-\(language.rawValue).\(format)")
            #expect(text.contains(language == .english ? "SIMULATED VOTES" : "シミュレーション"))
        }
        #expect(try !peopleTable(simulated: false).csv(.of(language)).contains("note"))
    }

    @Test("the paper's numbers stay as it prints them")
    func paper() throws {
        let tables = ConditionTable.tables(of: try Analysis.summarise(Ballots.paper), runs: Ballots.paperRuns)
        let rows = tables.map { $0.csv(.of(.japanese)).split(separator: "\n").map(String.init) }
        #expect(rows[0][0].hasPrefix("方法,選択率 [%],反復数 [epochs],時間 [hrs],"))
        #expect(rows[0][1].hasPrefix("A,50.0,6000,113.8,"))
        #expect(rows[0][2].hasPrefix("B,50.0,\"6000, 2000\",75.2,"))
        #expect(rows[1][1].hasPrefix("A,22.7,4000,76.8,"))
        #expect(rows[1][2].hasPrefix("B,77.3,\"6000, 2000\",75.2,"))
    }

    @Test("a condition that matches time has both times and their difference beneath; others have none")
    func timeMatch() throws {
        let tables = ConditionTable.tables(of: try Analysis.summarise(Ballots.paper), runs: Ballots.paperRuns)
        #expect(tables[0].timeMatch == nil)
        let match = try #require(tables[1].timeMatch)
        #expect(match.label == "B")
        #expect(abs(match.others[0].difference - 1.6 * 3600) < 1e-6)
        #expect(
            tables[1].markdown(.of(.english))
                .hasSuffix("Training time is matched to B (75.2 h): A 76.8 h, difference +1.6 h.\n"))
        let untimed = [RunFacts(condition: "equal-time", method: "A", epochs: [1], seconds: nil, matchTimeOf: "B")]
        #expect(ConditionTable.tables(of: try Analysis.summarise(Ballots.paper), runs: untimed)[1].timeMatch == nil)
    }

    @Test("equal iterations that are not equal are told in every copy; enlarging on top is no difference")
    func unequalEpochs() throws {
        let summary = try Analysis.summarise(Ballots.paper)
        func table(_ a: [Int], _ b: [Int], condition: String = "equal-iterations") throws -> ConditionTable {
            let runs = [("A", a), ("B", b)].map {
                RunFacts(condition: condition, method: $0.0, epochs: $0.1, seconds: 1)
            }
            return try #require(
                ConditionTable.tables(of: summary, runs: runs).first { $0.condition == condition })
        }
        let unequal = try table([15], [9, 2])
        let words = "The iterations are not equal, against the condition’s name: A 15; B 9, 2 epochs."
        #expect(unequal.markdown(.of(.english)).hasSuffix("\n\n\(words)\n"))
        #expect(unequal.latex(.of(.english)).contains("\(words)\\par"))
        #expect(unequal.csv(.of(.english)).hasSuffix(". \(words)\"\n"))
        #expect(unequal.markdown(.of(.japanese)).contains("等しくありません：A 15；B 9, 2"))
        #expect(unequal.markdown(.of(.kansai)).contains("そろてへんで：A 15；B 9, 2"))
        for equal in [try table([9], [9, 2]), try table([9], []), try table([15], [9], condition: "equal-time")] {
            #expect(!equal.markdown(.of(.english)).contains("not equal"))
        }
    }

    @Test("a remark on what the votes are stands in every copy")
    func remark() throws {
        let summary = try Analysis.summarise(Ballots.people(forA: [1, 2], of: 5, simulated: true))
        let table = try #require(ConditionTable.tables(of: summary, runs: [], remark: "Not the paper's data.").first)
        #expect(table.markdown(.of(.english)).hasSuffix("\n\nNot the paper's data.\n"))
        #expect(table.latex(.of(.english)).contains("{\\footnotesize Not the paper's data.\\par}"))
        #expect(
            table.csv(.of(.english)).hasSuffix(",SIMULATED VOTES – not data from people. Not the paper's data.\n"))
    }

    @Test("where some votes name their person and others do not, no word denies those who do")
    func mixed() throws {
        let votes = Ballots.people(forA: [3, 1], of: 4, condition: nil) + [Ballots.vote(nil, "A", "B", .left)]
        let table = try #require(ConditionTable.tables(of: try Analysis.summarise(votes), runs: []).first)
        #expect(table.markdown(.of(.english)).contains("| A | 55.6 | – | – | – | 9 | – (votes without person) |"))
        #expect(table.csv(.of(.japanese)).contains("個人の記録がない票あり"))
        // Five people voted, and one of them on all pairs.
        let one = [("B", "C"), ("A", "C")].map { Ballots.vote("p1", $0.0, $0.1, .left) }
        let five = (1...5).map { Ballots.vote("p\($0)", "A", "B", .left) }
        let agreement = try Analysis.summarise(one + five).agreement.first
        #expect(agreement?.kendallU == .failure(.undefined(.onePerson)))
        #expect(Missing.undefined(.onePerson).words == "from one person only")
    }

    @Test("cells without a number are a dash with a word why")
    func dashes() throws {
        let summary = try Analysis.summarise([], conditions: [Condition(name: "c", methods: ["A", "B"])])
        let table = try #require(ConditionTable.tables(of: summary, runs: []).first)
        #expect(
            table.markdown(.of(.english)).contains("| A | – (no votes) | – | – | 0 | 0 | – (no votes) |"))
        #expect(table.csv(.of(.japanese)).contains("A,,,,0,0,,,選択率: 投票なし\n"))
        let paper = try #require(ConditionTable.tables(of: try Analysis.summarise(Ballots.paper), runs: []).first)
        #expect(paper.markdown(.of(.english)).contains("| A | 50.0 | – | – | – | 22 | – (votes without person) |"))
    }

    @Test(
        "R reads the CSV with numbers as numbers, also where some do not exist",
        .enabled(if: R.lack == nil, "\(R.lack ?? "")"))
    func dataFrame() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dotchi-tables-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var votes = Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5)
        votes.append(Ballots.vote("p1", "C", "C", .left, condition: "equal-time"))
        let table = try #require(
            ConditionTable.tables(of: try Analysis.summarise(votes), runs: Ballots.paperRuns).first)
        let paper = ConditionTable.tables(of: try Analysis.summarise(Ballots.paper), runs: Ballots.paperRuns)[1]
        let files = try [table, paper].enumerated().map { number, table in
            let file = folder.appending(path: "\(number).csv")
            try table.csv(.of(.english)).write(to: file, atomically: true, encoding: .utf8)
            return file.path
        }
        try R.run(
            """
            files <- commandArgs(TRUE)
            table <- read.csv(files[1])
            stopifnot(
                table$method == c("A", "B", "C"), table$selection.rate....[1:2] == c(30, 70),
                is.na(table$selection.rate....[3]), table$time..h.[1:2] == c(76.8, 75.2), is.na(table$time..h.[3]),
                table$iterations..epochs. == c("4000", "6000, 2000", ""), is.integer(table$people),
                table$X95...interval.by.person.....low[1] < 30, table$X95...interval.by.person.....high[1] > 30,
                is.na(table$X95...interval.by.person.....high[3]), table$note[3] == "selection rate: no votes")
            paper <- read.csv(files[2])
            stopifnot(is.na(paper$people), paper$votes == 22, paper$selection.rate.... == c(22.7, 77.3))
            """, files)
    }

    @Test("a method's rate in a table of three is that against all others, and its votes are counted once")
    func threeMethods() throws {
        let summary = try Analysis.summarise([
            Ballots.vote("p", "A", "B", .left), Ballots.vote("p", "C", "A", .right), Ballots.vote("q", "B", "C", .tie),
            Ballots.vote("q", "C", "B", .left),
        ])
        let table = try #require(ConditionTable.tables(of: summary, runs: []).first)
        #expect(table.rows.map(\.rate.method) == ["A", "B", "C"])
        #expect(table.rows.allSatisfy { $0.rate.against == nil })
        #expect(table.markdown(.of(.english)).contains("Ties: 1."))
    }

    @Test("names with the syntax's own characters stay names")
    func hostileNames() throws {
        let name = "a|b,\"c\" 50%_&#$~^{x}\\y*<z>\n[q]|\u{301}"
        let summary = try Analysis.summarise([
            Ballots.vote("p", name, "=B", .left, condition: name),
            Ballots.vote("q", "=B", name, .left, condition: name),
        ])
        let table = try #require(ConditionTable.tables(of: summary, runs: []).first)
        try expectGolden(table.markdown(.of(.english)), "hostile.md")
        try expectGolden(table.csv(.of(.english)), "hostile.csv")
        try expectGolden(table.latex(.of(.english)), "hostile.tex")
        let lines = table.markdown(.of(.english)).split(separator: "\n").filter { $0.hasPrefix("|") }
        #expect(lines.count == 4, "a line break in a name would have torn a row")
    }
}
