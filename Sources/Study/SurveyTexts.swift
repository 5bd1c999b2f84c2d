package import Foundation
package import Prose

/// What the fronts say in one language: a flat JSON object of text by key (survey-templates/languages/).
///
/// Every text of ``Key`` is there but for those that may be left out, is not empty, is ``Prose`` where its key says so, and
/// has the placeholders of its key; that is checked once, when the file is read.
package struct SurveyTexts: Sendable, Hashable {
    /// Every text by its key in the file.
    package private(set) var byName: [String: String]

    /// Reads the texts of a language file.
    ///
    /// - Parameter json: the bytes of the file.
    /// - Parameter name: the file's name, for the message.
    /// - Throws: ``LanguageFileError`` with all that is wrong with the file.
    package init(json: some Sequence<UInt8>, name: String) throws(LanguageFileError) {
        let file = LanguageFile(
            name: name,
            keys: Key.allCases.map { key in
                LanguageFile.Key(
                    key.rawValue, key.placeholders, mayBeMissing: key.isOptional,
                    fault: { key.fault(in: $0) })
            },
            model: "en.json", placeholders: Self.placeholders)
        byName = try file.texts(json)
    }

    /// Reads texts that were frozen with a plan: keys that came later have the texts of `today`, but for what another text
    /// said then.
    ///
    /// - Returns: nil where they are none.
    package init?(frozen json: some Sequence<UInt8>, today: SurveyTexts) {
        guard let texts = try? JSONDecoder().decode([String: String].self, from: Data(json)) else { return nil }
        let known = Set(Key.allCases.map(\.rawValue))
        // Files from before these keys said the same in the text before.
        let own: Set<String> = [
            Key.contact.rawValue, Key.contentWarning.rawValue, Key.consentNotAsked.rawValue, Key.fileNotAsked.rawValue,
        ]
        byName = today.byName.filter { !own.contains($0.key) }
            .merging(texts.filter { known.contains($0.key) }) { $1 }
    }

    /// The text of `key`, its placeholders still in it; empty for one that was left out.
    package subscript(key: Key) -> String { byName[key.rawValue] ?? "" }

    /// The text of `key` with `{name}` replaced by the value of that name.
    package func text(_ key: Key, _ values: [String: String]) -> String {
        self[key].replacing(/\{([a-z_]+)\}/) { values[String($0.output.1)] ?? String($0.output.0) }
    }

    /// The texts of a key that is prose, set.
    package func prose(_ key: Key, _ values: [String: String] = [:]) -> Prose {
        let text = text(key, values)
        return (try? Prose(markdown: text)) ?? Prose(blocks: [.paragraph([.text(text)])])
    }

    /// The texts with those that a study words itself.
    package func reworded(_ texts: [Key: String]) -> SurveyTexts {
        var reworded = self
        for (key, text) in texts { reworded.byName[key.rawValue] = text }
        return reworded
    }

    /// The file of the texts: a flat JSON object with sorted keys.
    package var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        do {
            return try encoder.encode(byName)
        } catch {
            preconditionFailure("texts are texts, which JSON can say: \(error)")
        }
    }

    /// The names of the placeholders in a text.
    package static func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) })
    }
}

extension SurveyTexts.Key {
    /// What is wrong with a text as the text of this key, its placeholders apart; nil where it can be shown.
    package func fault(in text: String) -> String? {
        let control = text.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" }
        if let control { return "has a control character (U+\(String(control.value, radix: 16, uppercase: true)))" }
        guard isProse else { return text.contains(where: \.isNewline) ? "has several lines, expected one" : nil }
        do {
            _ = try Prose(markdown: text)
            return nil
        } catch {
            return "cannot be shown: \(error)"
        }
    }
}
