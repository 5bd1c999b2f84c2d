import Text

/// How wide text of charts is, without a font to ask: as in DejaVu Sans, the widest of the fonts that systems show pages
/// in, so that in others there is room left rather than missing.
enum TextWidth {
    /// The size of text in charts.
    static let size = 13.0

    /// The width of `text` on one line.
    static func of(_ text: String) -> Double { text.reduce(0) { $0 + ems($1) } * size }

    /// As much of `text` as `width` has room for: where it is longer, its beginning, an ellipsis and its end, by which long
    /// names often differ.
    static func shortened(_ text: String, to width: Double) -> String {
        let text = PlainText.oneLine(text)
        guard of(text) > width else { return text }
        let room = width / size - ems("…")
        var left = room * 2 / 3
        let beginning = text.prefix { character in
            left -= ems(character)
            return left >= 0
        }
        left = room - beginning.reduce(0) { $0 + ems($1) }
        var end = 0
        for character in text.reversed() {
            left -= ems(character)
            guard left >= 0 else { break }
            end += 1
        }
        return beginning + "…" + text.suffix(end)
    }

    private static func ems(_ character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar {
        case "i", "j", "l", "'", ".", ",", ":", ";", "|", "!", " ": return 0.34
        case "f", "t", "r", "I", "(", ")", "[", "]", "-", "/": return 0.42
        case "m", "w", "M", "W", "@", "%", "…", "−", "±", "≤", "≥", "→", "▲": return 1
        case "A"..."Z": return 0.72
        default:
            if scalar.value >= 0x1F000 { return 1.4 }
            return CellText.width(of: String(character)) == 2 ? 1 : 0.64
        }
    }
}
