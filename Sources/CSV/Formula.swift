/// Texts that a spreadsheet takes for a formula, and how they stand in a file so that it does not.
///
/// A text cell that begins with `=`, `+`, `-`, `@` (also full-width, as Japanese spreadsheets take them), a tab, a carriage
/// return or a line feed gets a leading apostrophe, and so does one that begins with apostrophes and then such a character.
/// A reader takes one apostrophe off wherever one or more stand before such a character. Both ways together give back every
/// text. Numbers stand as they are: `-1.5`, `+3`, `-2e-05`.
///
/// OWASP, "CSV injection".
enum Formula {
    /// Whether a field needs the apostrophe.
    static func needsGuard(_ field: String) -> Bool {
        let bytes = field.utf8
        guard begins(bytes.drop { $0 == apostrophe }) else { return false }
        return bytes.first == apostrophe || !isNumber(bytes)
    }

    /// Whether a field in a file has one that is to be taken off.
    static func hasGuard(_ field: ArraySlice<UInt8>) -> Bool {
        field.first == apostrophe && begins(field.drop { $0 == apostrophe })
    }

    /// The character that stands guard.
    static let apostrophe = UInt8(ascii: "'")

    private static func begins(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case 0xEF: wide.contains { text.starts(with: $0.utf8) }
        default: false
        }
    }

    private static let wide = ["＝", "＋", "－", "＠"]

    /// A sign, digits with at most one point among them, and an exponent if there is one.
    private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
        func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
        var rest = Array(text)[...]
        if isSign(rest.first) { rest = rest.dropFirst() }
        let mantissa = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard mantissa.contains(where: isDigit), mantissa.count(where: { $0 == UInt8(ascii: ".") }) < 2 else {
            return false
        }
        rest = rest.dropFirst(mantissa.count)
        guard let exponent = rest.popFirst() else { return true }
        guard exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "E") else { return false }
        if isSign(rest.first) { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }
}
