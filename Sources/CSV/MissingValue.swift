/// How tables say that nothing is known: an empty field, or a word that a program writes for it. R writes `NA`, pandas and
/// NumPy `nan`, `NaN`, `<NA>` and `None`, databases `NULL`, JSON `null`, spreadsheets `#N/A`, people `N/A`.
package enum MissingValue {
    /// The words as they are written; `Nan` or `Na` is a person's name.
    package static let words: Set<String> = ["NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "null", "NULL", "None"]

    /// Whether a text is empty or such a word, spaces around it aside.
    package static func isMissing(_ text: String) -> Bool {
        let bytes = text.utf8
        return isMissing(Array(bytes), bytes.indices.isEmpty ? 0..<0 : 0..<bytes.count)
    }

    /// Whether a text is empty or such a word in any case, for columns in which no name stands.
    package static func isMissingInAnyCase(_ text: String) -> Bool {
        isMissing(text) || words.contains { $0.lowercased() == text.lowercased() }
    }

    /// Whether a part of a file is empty or such a word, spaces around it aside.
    package static func isMissing(_ bytes: [UInt8], _ part: Range<Int>) -> Bool {
        var part = part
        while let first = part.first, isSpace(bytes[first]) { part = part.dropFirst() }
        while let last = part.last, isSpace(bytes[last]) { part = part.dropLast() }
        guard part.count <= 4, let first = part.first else { return part.isEmpty }
        switch bytes[first] {
        case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "#"), UInt8(ascii: "<"):
            return words.contains(String(decoding: bytes[part], as: UTF8.self))
        default: return false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
