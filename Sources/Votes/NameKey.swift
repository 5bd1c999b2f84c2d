import Foundation

/// What names have in common that a reader takes for one: case, blanks and the form of letters aside (Unicode's NFKC).
enum NameKey {
    /// A hash of 64 bits (FNV-1a) of the name without these.
    static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
        if name.allSatisfy({ $0 < 0x80 }) { return hash(ofFolded: name) }
        return hash(ofFolded: folded(String(decoding: name, as: UTF8.self)).utf8)
    }

    /// How names of one key differ, for a sentence that begins with them.
    static func difference(_ names: [String]) -> String {
        let folds: [(words: String, fold: (String) -> String)] = [
            ("case", { $0.lowercased() }), ("blanks", withoutBlanks), ("the form of letters (NFKC)", compatible),
        ]
        // Texts in Swift are equal where they are canonically equivalent.
        if Set(names).count == 1 { return "are Unicode forms (NFC, NFD) of one name, and count as one" }
        let one = folds.first { fold in Set(names.map(fold.fold)).count == 1 }
        return "differ by \(one?.words ?? "case, blanks or the form of letters") only, and are not one name"
    }

    private static func folded(_ name: String) -> String { withoutBlanks(compatible(name).lowercased()) }

    private static func compatible(_ name: String) -> String { name.precomposedStringWithCompatibilityMapping }

    /// The name without blanks around it, with one space for any within, and without characters that nobody sees.
    private static func withoutBlanks(_ name: String) -> String {
        let seen = String(
            String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .format }))
        return seen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The hash of bytes, those of ASCII in lower case, without blanks around them and with one space for any within.
    private static func hash(ofFolded bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var (isFirst, isAfterBlank) = (true, false)
        for byte in bytes {
            if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte {
                isAfterBlank = true
                continue
            }
            if isAfterBlank, !isFirst { hash = (hash ^ 0x20) &* 0x0000_0100_0000_01B3 }
            (isFirst, isAfterBlank) = (false, false)
            let lower = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
            hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}
