import Foundation

/// What the files of a language have in common: each is a flat JSON object of text by key, in which every key has its text
/// and every text its placeholders.
package struct LanguageFile {
    /// The file's name, for the message.
    package let name: String
    /// The keys, with the placeholders of each.
    package let keys: [Key]
    /// Whether it may leave texts out, since others stand in for them.
    package let mayLackTexts: Bool
    /// The built-in file to compare it with.
    package let model: String
    /// The names of the placeholders in a text.
    package let placeholders: (String) -> Set<String>

    /// What such a file must be.
    ///
    /// - Parameters:
    ///   - name: The file's name, for the message.
    ///   - keys: The keys, with the placeholders of each.
    ///   - mayLackTexts: Whether it may leave texts out.
    ///   - model: The built-in file to compare it with.
    ///   - placeholders: The names of the placeholders in a text.
    package init(
        name: String, keys: [Key], mayLackTexts: Bool = false, model: String,
        placeholders: @escaping (String) -> Set<String>
    ) {
        self.name = name
        self.keys = keys
        self.mayLackTexts = mayLackTexts
        self.model = model
        self.placeholders = placeholders
    }

    /// What a key's text must be.
    package struct Key {
        /// The key's name in the file.
        package let name: String
        /// The names of the placeholders that its text has.
        package let placeholders: Set<String>
        /// The names of those that it may have besides.
        package let optional: Set<String>
        /// Whether it may be left out.
        package let mayBeMissing: Bool
        /// What is wrong with a text of it; nil where nothing is.
        package let fault: (String) -> String?

        /// A key by its name.
        package init(
            _ name: String, _ placeholders: Set<String>, optional: Set<String> = [], mayBeMissing: Bool = false,
            fault: @escaping (String) -> String? = { _ in nil }
        ) {
            self.name = name
            self.placeholders = placeholders
            self.optional = optional
            self.mayBeMissing = mayBeMissing
            self.fault = fault
        }
    }

    /// The texts of a file, by their keys.
    ///
    /// - Parameter json: The bytes of the file.
    /// - Throws: ``LanguageFileError`` with all that is wrong with it.
    package func texts(_ json: some Sequence<UInt8>) throws(LanguageFileError) -> [String: String] {
        let texts: [String: String]
        do {
            texts = try JSONDecoder().decode([String: String].self, from: Data(json))
        } catch {
            throw LanguageFileError(file: name, findings: ["it is not a flat JSON object of texts"], model: model)
        }
        let findings =
            Self.repeated(in: Array(json)).map { "\"\($0)\" stands there more than once" } + findings(in: texts)
        guard findings.isEmpty else { throw LanguageFileError(file: name, findings: findings, model: model) }
        return texts
    }

    private func findings(in texts: [String: String]) -> [String] {
        var findings: [String] = []
        for key in keys {
            guard let text = texts[key.name] ?? (mayLackTexts || key.mayBeMissing ? nil : "") else { continue }
            guard !text.isEmpty else {
                findings.append("\"\(key.name)\" has no text")
                continue
            }
            if let fault = key.fault(text) { findings.append("\"\(key.name)\" \(fault)") }
            let found = placeholders(text)
            if found.subtracting(key.optional) != key.placeholders {
                findings.append("\"\(key.name)\" has \(Self.list(found)), expected \(Self.list(key.placeholders))")
            }
        }
        let known = Set(keys.map(\.name))
        return findings
            + texts.keys.filter { !known.contains($0) }.sorted().map { "\"\($0)\" is not a key of this file" }
    }

    /// The keys of a flat object of texts that stand there more than once: all but one of their texts would be lost.
    private static func repeated(in json: [UInt8]) -> [String] {
        var literals: [ArraySlice<UInt8>] = []
        var start: Int?
        var isEscaped = false
        for (place, byte) in json.enumerated() {
            if let first = start {
                if !isEscaped, byte == UInt8(ascii: "\"") {
                    literals.append(json[first...place])
                    start = nil
                }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "\"") {
                start = place
            }
        }
        // Keys and texts take turns.
        let keys = literals.enumerated().filter { $0.offset.isMultiple(of: 2) }
            .compactMap { try? JSONDecoder().decode(String.self, from: Data($0.element)) }
        var seen: Set<String> = []
        var repeated: [String] = []
        for key in keys where !seen.insert(key).inserted && !repeated.contains(key) { repeated.append(key) }
        return repeated
    }

    private static func list(_ placeholders: Set<String>) -> String {
        placeholders.isEmpty ? "no placeholder" : placeholders.sorted().map { "{\($0)}" }.joined(separator: " ")
    }
}
