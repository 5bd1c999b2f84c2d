import Analysis
import Preference
import Reports
import Study
import TestKit
import Testing
import VoteTestKit
import Votes

@Suite("A whole report")
struct ReportTests {
    private func report(_ votes: [VoteRow], language: Language = .english) throws -> Report {
        let summary = try Analysis.summarise(votes)
        return Report(
            title: "Which image | looks better?",
            provenance: Provenance(
                study: "faces", planHash: String(repeating: "ab", count: 32), firstAnswer: "2026-01-02T03:04:05Z",
                lastAnswer: "2026-01-05T06:07:08Z"),
            summary: summary, tables: ConditionTable.tables(of: summary, runs: Ballots.paperRuns), words: .of(language))
    }

    @Test("one page holds origin, tables, estimates, exclusions and how to read them", arguments: Language.standard)
    func page(language: Language) throws {
        var votes = Ballots.people(forA: [1, 2, 0, 1, 3, 2], of: 5)
        votes += Ballots.people(forA: [2, 3, 3, 2, 1, 4], of: 5, condition: "equal-iterations")
        votes.append(Ballots.vote("p1", "A", "B", .left, condition: "equal-time", excluded: "repeated_session"))
        try expectGolden(try report(votes, language: language).markdown, "report-\(language.rawValue).md")
    }

    @Test("all that a report has to tell stands in the Markdown, in words and tables", arguments: Language.standard)
    func whole(language: Language) throws {
        let report = try SamplePages.page(language: language).report
        try expectGolden(report.markdown, "report-whole-\(language.rawValue).md")
        #expect(!report.markdown.contains("nan") && !report.markdown.contains("Optional("))
    }

    @Test("in Markdown every row has as many cells as its head, whatever names hold")
    func rows() throws {
        var report = try SamplePages.page(methods: 3, names: ["a|b\n# c", "<b>`x`</b>", "[l](u)"]).report
        report.contents.notices = ["> | changed\n# no heading"]
        let markdown = report.markdown
        #expect(!markdown.contains("\n# c") && !markdown.contains("\n# no"))
        var columns: Int?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let cells = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(columns == nil || columns == cells, "\(line)")
            columns = cells
        }
    }

    @Test("many methods leave single pairs to the JSON, and say so")
    func many() throws {
        let markdown = try SamplePages.page(methods: 9).report.markdown
        #expect(markdown.contains("\n144 rates of one method against another: report.json\n"))
        #expect(markdown.contains("| all others |") && markdown.contains("cannot be told apart: by person"))
    }

    @Test("a report of simulated votes says so on every file", arguments: Language.standard)
    func simulated(language: Language) throws {
        let files = try report(Ballots.people(forA: [1, 2], of: 5, simulated: true), language: language).files()
        #expect(
            files.map(\.name) == [
                "table-equal-time.md", "table-equal-time.csv", "table-equal-time.tex", "report.md",
                "report.html", "report.json",
            ])
        let word = language == .english ? "SIMULATED VOTES" : "シミュレーション"
        for file in files {
            #expect(file.text.contains(file.name == "report.json" ? "\"simulated\": 10" : word), "\(file.name)")
        }
    }

    @Test("only the formats asked for are written")
    func formats() throws {
        let report = try report(Ballots.paper)
        #expect(report.files([.latex]).map(\.name) == ["table-equal-iterations.tex", "table-equal-time.tex"])
        #expect(report.files([.json]).map(\.name) == ["report.json"])
        #expect(report.files([]).isEmpty)
        #expect(report.files([.json])[0].text == report.summary.json.document)
    }

    @Test("no condition's name leaves the folder or takes another's file")
    func fileNames() throws {
        let names: [String?] = ["../etc/x", "a b", "a/b", "A-B", "条件", nil]
        let votes = names.map { Ballots.vote("p", "A", "B", .left, condition: $0) }
        #expect(
            try report(votes).files([.csv]).map(\.name) == [
                "table.csv", "table----etc-x.csv", "table-A-B.csv", "table-a-b-2.csv", "table-a-b-3.csv",
                "table-条件.csv",
            ])
    }

    @Test("evidence is held against the stopping rule's alpha, intervals against the level")
    func stoppingAlpha() throws {
        // All eight people choose A: e = 28.
        let votes = VoteTable(rows: Ballots.people(forA: Array(repeating: 5, count: 8), of: 5))
        let loose = try Analysis.summarise(votes)
        let strict = try Analysis.summarise(
            votes, options: AnalysisOptions(stopping: .eValue(alpha: 0.01, people: 9)))
        let sequences = try [loose, strict].map { try $0.rates[0].sequential.get() }
        #expect(sequences.map(\.advice) == [.stopAhead, .stopOutOfReach])
        #expect(sequences[0].confidenceSequence == sequences[1].confidenceSequence)
        for (summary, enough, alpha, share) in [(loose, "20", "0.05", "5"), (strict, "100", "0.01", "1")] {
            let report = Report(
                title: "Faces", provenance: Provenance(), summary: summary, tables: [], words: .english)
            let files = report.files()
            let markdown = try #require(files.first { $0.name == "report.md" }).text
            #expect(markdown.contains("reaches \(enough) in at most \(share) % of studies. The 95 % confidence"))
            let page = try #require(files.first { $0.name == "report.html" }).text
            #expect(page.contains("enough: \(enough)<") && page.contains("in at most \(share)\u{A0}% of studies"))
            #expect(summary.json.document.contains("\"alpha\": \(alpha)"))
            #expect(summary.terminalText.contains("(enough: \(enough))"))
        }
    }

    @Test("no votes at all still make a report, which says that there is nothing to estimate")
    func nothing() throws {
        let files = try report([]).files()
        #expect(files.map(\.name) == ["report.md", "report.html", "report.json"])
        #expect(files[0].text.contains("nothing to estimate"))
    }
}
