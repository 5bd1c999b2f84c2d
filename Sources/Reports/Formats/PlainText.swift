import Text

/// Text from the outside (names, labels), made fit for one line of a table.
enum PlainText {
    /// `text` with line breaks and tabs as spaces, and all else shown that steers, turns the direction of reading or hides
    /// (`\u{1B}`): it cannot break a table's row, steer a terminal, or pass for another text.
    static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(scalar.isBreak ? " " : scalar) }
        return String(line).visibleLine
    }
}

extension Unicode.Scalar {
    fileprivate var isBreak: Bool {
        switch value {
        case 0x9...0xD, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
