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

    @Test("the notice says what became of the analysis plan", arguments: [Language.english, .japanese])
    func drift(language: Language) throws {
        let texts = MethodsVariants.drifts.map { name, drift in
            "# \(name)\n\(drift.notice(language) ?? "-")\n"
        }
        try expectGolden(texts.joined(), "drift-\(language.rawValue).txt")
    }
}
