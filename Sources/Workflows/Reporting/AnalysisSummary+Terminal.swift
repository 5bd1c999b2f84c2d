package import Analysis
import Reports
package import Study

extension AnalysisSummary {
    /// What `dotchi analyze` prints, in a language.
    ///
    /// - Parameter labels: names of methods for people.
    /// - Throws: ``Failure`` where the language's texts are missing; `LanguageFileError`.
    package func terminalText(in language: Language, labels: [String: String] = [:]) throws -> String {
        terminalText(try Templates.reportTexts(language), labels: labels)
    }
}
