package import Analysis
import Reports
package import Study

extension AnalysisSummary {
    /// What `dotchi analyze` prints, in a language.
    ///
    /// - Throws: ``Failure`` where the language's texts are missing; `LanguageFileError`.
    package func terminalText(in language: Language) throws -> String {
        terminalText(try Templates.reportTexts(language))
    }
}
