import Foundation

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
    /// - Throws: ``SurveyTextsError`` with all that is wrong with the file.
    package init(json: some Sequence<UInt8>, name: String) throws(SurveyTextsError) {
        let texts: [String: String]
        do {
            texts = try JSONDecoder().decode([String: String].self, from: Data(json))
        } catch {
            throw SurveyTextsError(file: name, findings: ["it is not a flat JSON object of texts"])
        }
        let findings = Self.findings(in: texts)
        guard findings.isEmpty else { throw SurveyTextsError(file: name, findings: findings) }
        byName = texts
    }

    /// The text of `key`, its placeholders still in it.
    package subscript(key: Key) -> String { byName[key.rawValue] ?? key.rawValue }

    /// The text of `key` with `{name}` replaced by the value of that name.
    package func text(_ key: Key, _ values: [String: String]) -> String {
        self[key].replacing(/\{([a-z_]+)\}/) { values[String($0.output.1)] ?? String($0.output.0) }
    }

    private static func findings(in texts: [String: String]) -> [String] {
        var findings: [String] = []
        for key in Key.allCases {
            guard let text = texts[key.rawValue], !text.isEmpty else {
                findings.append("\"\(key.rawValue)\" has no text")
                continue
            }
            let found = Set(text.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) })
            if found != key.placeholders {
                findings.append("\"\(key.rawValue)\" has \(list(found)), expected \(list(key.placeholders))")
            }
        }
        let known = Set(Key.allCases.map(\.rawValue))
        findings += texts.keys.filter { !known.contains($0) }.sorted().map { "\"\($0)\" is not a key of the fronts" }
        return findings
    }

    private static func list(_ placeholders: Set<String>) -> String {
        placeholders.isEmpty ? "no placeholder" : placeholders.sorted().map { "{\($0)}" }.joined(separator: " ")
    }
}
