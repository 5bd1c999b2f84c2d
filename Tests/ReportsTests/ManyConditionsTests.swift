import Analysis
import Study
import Testing
import Votes

@testable import Reports

@Suite("Estimates whose number grows with a square")
struct ManyConditionsTests {
    @Test("of many comparisons of conditions those of the smallest p are shown, and the others counted")
    func comparisons() throws {
        let votes = (0..<20).flatMap { number in
            Ballots.people(forA: number == 7 ? [5, 5, 5, 4] : [3, 2, 3, 2], of: 5, condition: "c\(number)")
        }
        let summary = try Analysis.summarise(votes)
        try #require(summary.comparisons.count == 380)
        let shown = summary.tellingComparisons
        #expect(shown.count == AnalysisSummary.mostComparisons)
        #expect(shown.count { $0.conditions.first == "c7" || $0.conditions.second == "c7" } == 38)
        let text = summary.terminalText
        #expect(text.contains("Those of the smallest p are shown; 290 more are in --json."))
        let report = Report(
            title: "t", provenance: Provenance(votesFile: "votes.csv"), summary: summary,
            tables: ConditionTable.tables(of: summary, runs: []), words: .english)
        #expect(report.markdown.contains("290 more are in report.json."))
        #expect(ReportPage(report).html.contains("290 more are in report.json."))
        let few = try Analysis.summarise(votes.filter { ["c1", "c7"].contains($0.condition) })
        #expect(!few.terminalText.contains("smallest p"))
    }

    @Test("the rates of each two of many methods are left to the JSON")
    func pairs() throws {
        let names = (0..<16).map { "m\($0)" }
        let votes = names.indices.flatMap { one in
            names[(one + 1)...].flatMap { other in
                ["p", "q"].map { Ballots.vote($0, names[one], other, $0 == "p" ? .left : .right) }
            }
        }
        let summary = try Analysis.summarise(votes)
        let report = Report(
            title: "t", provenance: Provenance(votesFile: "votes.csv"), summary: summary,
            tables: ConditionTable.tables(of: summary, runs: []), words: .english)
        #expect(ReportPage(report).html.contains("240 rates of one method against another: report.json"))
    }
}
