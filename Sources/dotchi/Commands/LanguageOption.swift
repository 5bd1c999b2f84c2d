import ArgumentParser
import Reports
import Study
import Workflows

/// The language of what a command prints for people.
struct LanguageOption: ParsableArguments {
    @Option(
        help: "The language of what is printed: en, ja or ja-kansai. Data for programs have none; messages are English."
    )
    var language: Language = .english

    /// The words of that language.
    ///
    /// - Throws: ``Failure`` where the language's texts are missing; `LanguageFileError`.
    var words: ReportTexts { get throws { try Templates.reportTexts(language) } }
}
