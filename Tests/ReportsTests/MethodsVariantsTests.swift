import Foundation
import Study
import TestKit
import Testing

@testable import Analysis
@testable import Reports

@Suite("Each sentence of the methods paragraph and of the notice of a changed analysis plan")
struct MethodsVariantsTests {
    @Test("the methods paragraph says each fact in its words", arguments: [Language.english, .japanese])
    func methods(language: Language) throws {
        let usual = Set(MethodsParagraph(MethodsParagraphTests.facts, .of(language)).text.split(separator: "\n"))
        let texts = MethodsVariants.all.map { name, facts in
            let lines = MethodsParagraph(facts, .of(language)).text.split(separator: "\n").filter {
                !usual.contains($0)
            }
            return "# \(name)\n\(lines.joined(separator: "\n"))\n"
        }
        try expectGolden(texts.joined(), "methods-variants-\(language.rawValue).txt")
    }

    @Test("a language file of marks gives nothing but marks and facts: no sentence is written in code")
    func marks() throws {
        let json = try Data(contentsOf: Project.root.appending(path: "survey-templates/languages/report.en.json"))
        let english = try JSONDecoder().decode([String: String].self, from: json)
        // Each key in capitals, and the placeholders of its text.
        let marks = english.mapValues { _ in "" }.merging(
            english.map { key, text in
                let names = Set(text.matches(of: /\{([a-z_]+)(?::[^{}]*)?\}/).map { "{\($0.output.1)}" })
                return (key, "<\(key.uppercased())\(names.sorted().joined(separator: " "))>")
            }, uniquingKeysWith: { $1 })
        let words = try ReportTexts(.english, json: JSONEncoder().encode(marks), name: "report.marks.json")
        let unknown = MethodsFacts(
            people: .init(votes: 22), viewing: .init(), content: .init(), design: .init(), screening: .init(),
            analysis: .init(level: 0.9, version: "0.1.0"))
        let texts =
            (MethodsVariants.all.map(\.facts) + [MethodsParagraphTests.facts, unknown]).map {
                MethodsParagraph($0, words).text
            } + MethodsVariants.drifts.compactMap { $0.drift.notice(words) }
        // What the facts themselves say is no sentence of dotchi's.
        let facts = [
            "DCGAN 64x64, then SRCNN to 128x128",
            "Which image looks better?", "どちらの画像がよく見えますか？",
        ]
        let own = texts.map { text in facts.reduce(text) { $0.replacing($1, with: "") } }
        for text in own {
            #expect(!text.contains(/[a-z]{3,} [a-z]{2,}/), "English: \(text)")
            #expect(!text.contains(/[\p{Hiragana}\p{Katakana}\p{Han}]/), "Japanese: \(text)")
            #expect(text.contains("<METHODS_") || text.contains("<DRIFT_"))
        }
    }

    @Test("the notice says what became of the analysis plan", arguments: [Language.english, .japanese])
    func drift(language: Language) throws {
        let texts = MethodsVariants.drifts.map { name, drift in
            "# \(name)\n\(drift.notice(.of(language)) ?? "-")\n"
        }
        try expectGolden(texts.joined(), "drift-\(language.rawValue).txt")
    }
}
