import Foundation
import Preference
import Study
import Testing
import VoteTestKit
import Votes

@testable import Analysis
@testable import Reports

@Suite("A study before its planned end")
struct InterimTests {
    /// Twenty people who finished and nearly all chose A, one who is still answering, two whom a rule leaves out.
    private static func summary(_ stopping: StoppingRule?) throws -> AnalysisSummary {
        var votes = Ballots.people(forA: (0..<21).map { 4 + $0 % 2 }, of: 5)
        for number in 0..<2 {
            for _ in 0..<5 {
                votes.append(Ballots.vote("x\(number)", "A", "B", .left, condition: "equal-time", excluded: "too_fast"))
            }
        }
        var table = VoteTable(rows: votes)
        table.unfinished = [table.people.number(of: "p21")]
        let claims = [
            Hypothesis(name: "H1", claim: .init(condition: "equal-time", method: "A", direction: .greater)),
            Hypothesis(name: "H2", claim: .init(condition: "equal-time", method: "B", direction: .greater)),
        ]
        return try Analysis.summarise(
            table, options: AnalysisOptions(hypotheses: claims, resamples: 100, stopping: stopping))
    }

    private static func report(_ summary: AnalysisSummary, _ language: Language) -> String {
        let files = Report(
            title: "T", provenance: Provenance(), summary: summary,
            tables: ConditionTable.tables(of: summary, runs: []), words: .of(language)
        ).files([.markdown, .html])
        return files.filter { $0.name.hasPrefix("report.") }.map(\.text).joined()
    }

    private struct Facts: Decodable {
        struct Stopping: Decodable, Equatable {
            var rule: String
            var planned: Int?
            var reached: Int
            var interim: Bool
        }
        struct Test: Decodable {
            var p: Double?
            var supported: Bool?
            var why: String?
        }
        var stopping: Stopping?
        var hypotheses: [Test]
    }

    private static func facts(_ summary: AnalysisSummary) throws -> Facts {
        try JSONDecoder().decode(Facts.self, from: Data(summary.json.document.utf8))
    }

    @Test("has no verdict but how far it is: those who finished and count", arguments: [Language.english, .japanese])
    func interim(language: Language) throws {
        let summary = try Self.summary(.fixed(people: 40))
        let words = language == .english ? "interim: 20 of 40 people" : "中間：40人中20人"
        let verdicts =
            language == .english ? [">supported<", ">not shown<", " supported |", " not shown |"] : ["支持される", "示されない"]
        let text = Self.report(summary, language)
        // Two verdicts in each of two files, the advice on one rate on the page and on two in Markdown.
        #expect(text.components(separatedBy: words).count == 8)
        for verdict in verdicts { #expect(!text.contains(verdict)) }
        let terminal = summary.terminalText
        #expect(terminal.contains("> 50 %: interim: 20 of 40 people (p "))
        #expect(!terminal.contains("supported") && !terminal.contains("not shown") && !terminal.contains("stop: "))
        #expect(terminal.contains("Interim: 20 of 40 people. The study was planned to end after 40 people"))
        let facts = try Self.facts(summary)
        #expect(facts.stopping == .init(rule: "fixed", planned: 40, reached: 20, interim: true))
        #expect(
            facts.hypotheses.allSatisfy { $0.supported == nil && $0.p != nil && $0.why == "interim: 20 of 40 people" })
        #expect(ReportTexts.of(language).interimNotice(summary.stopping)?.contains("20") == true)
    }

    @Test("has its verdicts when as many as planned have finished, and by e-values or without a plan at any time")
    func final() throws {
        for stopping in [StoppingRule.fixed(people: 20), .fixed(people: 3), .eValue(people: 40), nil] {
            let summary = try Self.summary(stopping)
            let text = Self.report(summary, .english)
            #expect(text.contains(">supported<") && text.contains(">not shown<") && !text.contains("interim"))
            #expect(summary.terminalText.contains("supported") && !summary.terminalText.contains("nterim"))
            let facts = try Self.facts(summary)
            #expect(
                facts.hypotheses.map(\.supported) == [true, false] && facts.hypotheses.allSatisfy { $0.why == nil })
            #expect(facts.stopping?.interim != true && facts.stopping?.reached == (stopping == nil ? nil : 20))
        }
    }

    @Test("says so in its methods paragraph", arguments: [Language.english, .japanese])
    func methods(language: Language) throws {
        var facts = MethodsParagraphTests.facts
        facts.analysis.stopping = .fixed(people: 40)
        facts.analysis.progress = try Self.summary(.fixed(people: 40)).stopping
        let words =
            language == .english ? "it has not ended, and the results are interim: 20 of 40 people." : "（40人中20人）"
        #expect(MethodsParagraph(facts, .of(language)).text.contains(words))
        facts.analysis.progress = try Self.summary(.fixed(people: 20)).stopping
        #expect(!MethodsParagraph(facts, .of(language)).text.contains(words))
    }

    @Test("says how many votes were given under other plans", arguments: [Language.english, .japanese])
    func otherPlans(language: Language) throws {
        var votes = try Self.summary(nil).votes
        #expect(ReportTexts.of(language).otherPlansNotice(votes) == nil)
        votes.otherPlans = 37
        #expect(ReportTexts.of(language).otherPlansNotice(votes)?.contains("37") == true)
        var facts = MethodsParagraphTests.facts
        facts.screening.otherPlans = 37
        let words = language == .english ? "Not in the results: 37 votes given under other plans." : "他の計画のもとで投じられた37票"
        #expect(MethodsParagraph(facts, .of(language)).text.contains(words))
    }
}
