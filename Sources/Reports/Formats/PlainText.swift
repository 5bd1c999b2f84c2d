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

    /// Columns the text takes in a terminal, where characters of East Asian scripts take two.
    static func width(_ text: String) -> Int {
        text.reduce(0) { width, character in
            guard let scalar = character.unicodeScalars.first else { return width }
            return width + (isWide(scalar) ? 2 : 1)
        }
    }

    /// Whether Unicode's East Asian Width is W or F, for the blocks in use.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
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
