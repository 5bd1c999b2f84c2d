/// A language of the fronts and reports, by its BCP 47 tag: `en`, `ja-kansai`, `zh-Hans`, `pt-BR`.
///
/// Any well-formed tag is a language; whether there are texts in it is a question to the folders of language files.
package struct Language: RawRepresentable, Sendable, Codable, Hashable, CodingKeyRepresentable {
    /// The tag in the letters that RFC 5646, section 2.1.1, recommends: `zh-Hans-CN`.
    package let rawValue: String

    /// The language of a tag, in whatever letters it is written; nil where the text has not the form of one.
    package init?(rawValue tag: String) {
        guard Self.isTag(tag) else { return nil }
        rawValue = Self.recommended(tag)
    }

    private init(_ tag: String) { rawValue = tag }

    /// English.
    package static let english = Self("en")
    /// Japanese.
    package static let japanese = Self("ja")
    /// Japanese in the paper's own voice, Kansai dialect.
    package static let kansai = Self("ja-kansai")
    /// What a study offers that names no languages.
    package static let standard = [english, japanese, kansai]

    /// The language that this one is a variety of: its tag without the last part; nil for one without parts.
    package var parent: Language? {
        rawValue.lastIndex(of: "-").flatMap { Language(rawValue: String(rawValue[..<$0])) }
    }

    /// Whether it is written from right to left: by its script where the tag names one, else by the language.
    package var isRightToLeft: Bool {
        let parts = rawValue.split(separator: "-")
        if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
            return Self.rightToLeftScripts.contains(String(script))
        }
        return parts.first.map { Self.rightToLeftLanguages.contains(String($0)) } ?? false
    }

    /// Whether `text` has the form of a BCP 47 tag.
    package static func isTag(_ text: String) -> Bool {
        guard text.utf8.count <= 35 else { return false }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { place, part in
            (place == 0 ? 2...8 : 1...8).contains(part.count)
                && part.allSatisfy { isLetter($0) || place > 0 && isDigit($0) }
        }
    }

    /// The scripts of right-to-left writing that are in use (ISO 15924).
    private static let rightToLeftScripts: Set = [
        "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa",
    ]
    /// The languages that are written in one of these where the tag names no script (CLDR, likely subtags).
    private static let rightToLeftLanguages: Set = [
        "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug",
        "ur",
        "yi",
    ]

    private static func recommended(_ tag: String) -> String {
        var isExtension = false
        let parts = tag.split(separator: "-").enumerated().map { place, part in
            defer { isExtension = isExtension || part.count == 1 }
            if place == 0 || isExtension { return part.lowercased() }
            switch part.count {
            case 2: return part.uppercased()
            case 4 where part.allSatisfy(\.isLetter): return part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: return part.lowercased()
            }
        }
        return parts.joined(separator: "-")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
