/// Text as a terminal lays it out: in cells, of which East Asian characters take two.
package enum CellText {
    /// `text` in lines of at most `columns` cells; a newline in it starts a line, what else would steer the
    /// terminal is shown.
    ///
    /// Latin and Korean text breaks at spaces, Japanese and Chinese between any two characters, except that no line begins with a closing mark
    /// or ends with an opening one (the first rules of kinsoku, JIS X 4051). What is longer than a line is cut.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - columns: How many cells a line has.
    ///   - indent: How many of them stay empty at the beginning of a line that another one goes on in.
    package static func lines(_ text: String, columns: Int, indent: Int = 0) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
            fill(pieces(of: paragraph.replacing("\t", with: " ").visibleLine), columns: max(2, columns), indent: indent)
        }
    }

    private static let closing = Set<Character>("、。，．・：；？！）」』】〕］｝〉》”’…ー々っゃゅょぁぃぅぇぉッャュョァィゥェォ,.:;?!)]}")
    private static let opening = Set<Character>("（「『【〔［｛〈《“‘([{")

    // The parts between which a line may break, each with the spaces that follow it.
    private static func pieces(of text: some StringProtocol) -> [String] {
        var pieces: [String] = []
        for character in text {
            if let last = pieces.last?.last, !mayBreak(between: last, and: character) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
        return pieces
    }

    private static func mayBreak(between last: Character, and next: Character) -> Bool {
        if next == " " || closing.contains(next) || opening.contains(last) { return false }
        return last == " " || breaksAnywhere(last) || breaksAnywhere(next)
    }

    // Han and kana; Korean is wide too, but has spaces between words.
    private static func breaksAnywhere(_ character: Character) -> Bool {
        let first = character.unicodeScalars.first?.value ?? 0
        return width(of: character) == 2 && !hangul.contains { $0.contains(first) }
    }

    private static let hangul: [ClosedRange<UInt32>] = [
        0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF,
    ]

    private static func fill(_ pieces: [String], columns: Int, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var isEmpty = true
        func room() -> Int { columns - width(of: line) }
        func end() {
            lines.append(line)
            line = String(repeating: " ", count: indent)
            isEmpty = true
        }
        for piece in pieces {
            if !isEmpty, width(of: piece.trimmingSuffix { $0 == " " }) > room() { end() }
            for character in piece {
                // Only a piece longer than a line comes to this.
                if character != " ", width(of: character) > room() { end() }
                line.append(character)
                isEmpty = false
            }
        }
        lines.append(line)
        return lines.map { String($0.trimmingSuffix { $0 == " " }) }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
