package import Study

/// What reports say in one language: a flat JSON object of text by key (`survey-templates/languages/report.TAG.json`), as
/// what participants read is one.
///
/// Every text of ``Key``, ``MethodsKey``, ``TrainingKey``, ``ListKey`` and ``PowerKey`` is there, is not empty, and has the
/// placeholders of its key; that is checked once, when the file is read. A language that is another one's variant may leave texts out and has those of the other.
package struct ReportTexts: Sendable, Hashable {
    /// The language.
    package let language: Language
    private let texts: [String: String]
    private let original: Original?

    /// The language that another one is a variant of.
    private struct Original: Hashable {
        let language: Language
        let texts: [String: String]
    }

    /// Reads the texts of a language file.
    ///
    /// - Parameters:
    ///   - language: Its language.
    ///   - json: The bytes of the file.
    ///   - name: The file's name, for the message.
    ///   - original: The texts of the language that it is a variant of; nil where it must have all.
    /// - Throws: `LanguageFileError` with all that is wrong with the file.
    package init(
        _ language: Language, json: some Sequence<UInt8>, name: String, variantOf original: ReportTexts? = nil
    ) throws(LanguageFileError) {
        let keys =
            Key.required + MethodsKey.required + TrainingKey.required + ListKey.required + PowerKey.required
        let file = LanguageFile(
            name: name, keys: keys, mayLackTexts: original != nil, model: "report.en.json",
            placeholders: { text in Set(text.matches(of: Self.placeholder).map { String($0.output.1) }) })
        self.language = language
        self.original = original.map { Original(language: $0.language, texts: $0.texts) }
        texts = (original?.texts ?? [:]).merging(try file.texts(json)) { $1 }
    }

    /// The texts as papers have them, which are not written in a dialect: those of the language that this is a variant of.
    var inPapers: ReportTexts { original.map { ReportTexts(language: $0.language, texts: $0.texts) } ?? self }

    /// In place of words where none are shown, as in data for programs: every text is its key.
    package static let none = ReportTexts(language: .english, texts: [:])

    private init(language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
        original = nil
    }

    /// The text of `key`, its placeholders still in it.
    package subscript(key: Key) -> String { texts[key.rawValue] ?? key.rawValue }

    /// The text of `key` with `{name}` replaced by the value of that name, and `{name:one|many}` by the first word where
    /// that is 1, else by the second.
    func callAsFunction(_ key: Key, _ values: KeyValuePairs<String, String>) -> String { text(key, values) }

    /// A text of the methods paragraph or of the notice of a changed analysis plan, with its values in the same way.
    func methods(_ key: MethodsKey, _ values: KeyValuePairs<String, String> = [:]) -> String { text(key, values) }

    /// A text of training, with its values in the same way.
    package func training(_ key: TrainingKey, _ values: KeyValuePairs<String, String> = [:]) -> String {
        text(key, values)
    }

    /// A text of lists, with its values in the same way.
    package func list(_ key: ListKey, _ values: KeyValuePairs<String, String> = [:]) -> String { text(key, values) }

    /// A text of how many people a study needs, with its values in the same way.
    package func power(_ key: PowerKey, _ values: KeyValuePairs<String, String> = [:]) -> String { text(key, values) }

    private func text(_ key: some ReportTextKey, _ values: KeyValuePairs<String, String>) -> String {
        assert(Set(values.map(\.key)) == key.placeholders.union(key.optional), "\(key) has other placeholders")
        let text = texts[key.rawValue] ?? key.rawValue
        return values.isEmpty ? text : filled(text, values)
    }

    private func filled(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        text.replacing(Self.placeholder) { match in
            guard let value = values.first(where: { $0.key == match.output.1 })?.value else {
                return String(match.output.0)
            }
            guard let one = match.output.2, let many = match.output.3 else { return value }
            return String(value == "1" ? one : many)
        }
    }

    private static var placeholder: Regex<(Substring, Substring, Substring?, Substring?)> {
        /\{([a-z_]+)(?::([^{}|]*)\|([^{}|]*))?\}/
    }
}
