import Study

/// A text of the language files of reports, by its key there. Its placeholders stand in braces: `{count}` for a number or
/// a text, `{count:image|images}` for one of two words by the number.
protocol ReportTextKey: RawRepresentable<String>, CaseIterable, Sendable {
    /// Names of the placeholders that the text must have.
    var placeholders: Set<String> { get }

    /// Names of the placeholders that the text may have besides, as a language needs them.
    var optional: Set<String> { get }
}

extension ReportTextKey {
    var optional: Set<String> { [] }

    /// What the file must have of these texts.
    static var required: [LanguageFile.Key] {
        allCases.map { LanguageFile.Key($0.rawValue, $0.placeholders, optional: $0.optional) }
    }
}
