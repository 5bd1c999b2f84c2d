import Foundation
import Study
import TestKit
import Testing

@testable import Analysis
@testable import Reports

extension ReportTexts {
    /// The texts of a language file of this repository.
    static func of(_ language: Language) -> ReportTexts {
        let texts = Result { try read(language) }
        guard case .success(let texts) = texts else {
            Issue.record("\(texts)")
            preconditionFailure("a language file of this repository cannot be read: \(texts)")
        }
        return texts
    }

    /// Those of English.
    static let english = of(.english)

    /// Reads a language file of this repository.
    static func read(_ language: Language) throws -> ReportTexts {
        let name = "report.\(language.rawValue).json"
        let json = try Data(contentsOf: Project.root.appending(path: "survey-templates/languages/\(name)"))
        return try ReportTexts(
            language, json: json, name: name, variantOf: language == .kansai ? read(.japanese) : nil)
    }
}

extension AnalysisSummary {
    /// What the terminal shows in English.
    var terminalText: String { terminalText(.english) }
}
