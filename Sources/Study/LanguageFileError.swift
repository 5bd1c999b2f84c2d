/// Why a language file cannot be used.
package struct LanguageFileError: Error, Hashable, CustomStringConvertible {
    /// The file's name.
    package let file: String
    /// All that is wrong with it.
    package let findings: [String]
    /// The built-in file to compare it with.
    package let model: String

    private var shown: String {
        let most = 20
        let rest = findings.count - most
        return findings.prefix(most).joined(separator: "; ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// The message: file, findings, what to compare with.
    package var description: String {
        "the language file \(file) cannot be used: \(shown). "
            + "Compare it with the built-in languages/\(model)."
    }
}
