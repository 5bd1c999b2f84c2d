/// What the fronts say in one language: a flat JSON object of text by key (survey-templates/languages/).
///
/// Every text of ``Key`` is there, is not empty, and has the placeholders of its key; that is checked once, when the file
/// is read.
package struct SurveyTexts: Sendable, Hashable {
    /// Every text by its key in the file.
    package let byName: [String: String]

    /// Reads the texts of a language file.
    ///
    /// - Parameter json: the bytes of the file.
    /// - Parameter name: the file's name, for the message.
    /// - Throws: ``LanguageFileError`` with all that is wrong with the file.
    package init(json: some Sequence<UInt8>, name: String) throws(LanguageFileError) {
        let file = LanguageFile(
            name: name, keys: Key.allCases.map { LanguageFile.Key($0.rawValue, $0.placeholders) }, model: "en.json",
            placeholders: { text in Set(text.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) }) })
        byName = try file.texts(json)
    }

    /// The text of `key`, its placeholders still in it.
    package subscript(key: Key) -> String { byName[key.rawValue] ?? key.rawValue }

    /// The text of `key` with `{name}` replaced by the value of that name.
    package func text(_ key: Key, _ values: [String: String]) -> String {
        self[key].replacing(/\{([a-z_]+)\}/) { values[String($0.output.1)] ?? String($0.output.0) }
    }
}
