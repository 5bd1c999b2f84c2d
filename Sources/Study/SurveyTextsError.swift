/// Why a language file cannot be used.
package struct SurveyTextsError: Error, Hashable, CustomStringConvertible {
    /// The file's name.
    package let file: String
    /// All that is wrong with it.
    package let findings: [String]

    /// The message: file, findings, what to compare with.
    package var description: String {
        "the language file \(file) cannot be used: \(findings.joined(separator: "; ")). "
            + "Compare it with the built-in languages/en.json."
    }
}
