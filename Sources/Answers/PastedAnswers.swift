/// Answers in a text that people sent: pasted into a mail with a greeting before them, quoted, with lines that were joined or
/// broken, or several sessions one after the other. Reads what JSON objects stand in it, whatever stands between them.
///
/// A line break within an object, with what marks quoted lines (`> `), is none of the object; within a text it is the space at
/// which a program broke the line, since no text of an answer file has one. Where a program made typographic quotes of all
/// straight ones, they are read as those, and so are no-break spaces outside of texts.
package struct PastedAnswers: Sendable {
    /// The sessions, in their order.
    package private(set) var files: [AnswerFile] = []
    /// What is wrong with objects that are no event of one.
    package private(set) var problems: [LineProblem] = []

    /// Reads `bytes`, a text in UTF-8.
    package init(_ bytes: [UInt8]) {
        let text = Self.plain(bytes)
        var session: [[UInt8]] = []
        var lines: [Int] = []
        var places = ObjectPlaces(text)
        while let object = places.next() {
            let bytes = Self.joined(text[object.range])
            if (try? decodeLine(Beginning.self, from: bytes[...]).format) != nil {
                take(session, lines)
                (session, lines) = ([bytes], [object.line])
            } else if session.isEmpty {
                problems.append(
                    LineProblem(line: object.line, reason: "an event without the header of its session before it"))
            } else {
                session.append(bytes)
                lines.append(object.line)
            }
        }
        take(session, lines)
        if places.isExhausted {
            problems.append(
                LineProblem(line: places.line, reason: "too many braces that nothing closes; what follows was not read")
            )
        }
    }

    /// How many events they have.
    package var events: Int { files.reduce(0) { $0 + $1.events.count } }

    private struct Beginning: Decodable { var format: String }

    /// Takes the objects of one session, the header first.
    private mutating func take(_ objects: [[UInt8]], _ lines: [Int]) {
        guard !objects.isEmpty else { return }
        do {
            var file = try AnswerFile(bytes: objects.joined(separator: [UInt8(ascii: "\n")]))
            file.move(to: lines)
            // The same header again begins no other session.
            if let last = files.last, last.header == file.header {
                files[files.count - 1].append(file)
            } else {
                files.append(file)
            }
        } catch {
            problems.append(LineProblem(line: lines[0], reason: "\(error)"))
        }
    }

    /// The text with straight quotes, where a program put others in their places.
    private static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes
        // What has straight quotes may have the others within its texts.
        if !contains(#"{""#, in: text) {
            for quote in ["\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}", "&quot;"] {
                text = replacing(quote, by: "\"", in: text)
            }
        }
        return text
    }

    private static func contains(_ part: String, in text: [UInt8]) -> Bool {
        let part = Array(part.utf8)
        return text.indices.contains { text[$0...].starts(with: part) }
    }

    private static func replacing(_ part: String, by other: String, in text: [UInt8]) -> [UInt8] {
        let (part, other) = (Array(part.utf8), Array(other.utf8))
        var replaced: [UInt8] = []
        replaced.reserveCapacity(text.count)
        var place = 0
        while place < text.count {
            if text[place] == part[0], text[place...].starts(with: part) {
                replaced += other
                place += part.count
            } else {
                replaced.append(text[place])
                place += 1
            }
        }
        return replaced
    }

    /// An object in one line: without line breaks, what marks quoted lines after them, and no-break spaces outside of texts.
    private static func joined(_ object: ArraySlice<UInt8>) -> [UInt8] {
        var line: [UInt8] = []
        var (isAfterBreak, isQuoted, isEscaped) = (false, false, false)
        var place = object.startIndex
        while place < object.endIndex {
            let byte = object[place]
            place += 1
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                isAfterBreak = true
                continue
            }
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            if isAfterBreak, isBlank || byte == UInt8(ascii: ">") { continue }
            if isAfterBreak, isQuoted, line.last != UInt8(ascii: " ") { line.append(UInt8(ascii: " ")) }
            isAfterBreak = false
            if !isQuoted, let length = noBreakSpace(object[(place - 1)...]) {
                line.append(UInt8(ascii: " "))
                place += length - 1
                continue
            }
            line.append(byte)
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            }
        }
        return line
    }

    /// How many bytes a no-break space at the beginning has; nil where there is none.
    private static func noBreakSpace(_ bytes: ArraySlice<UInt8>) -> Int? {
        ["\u{00A0}", "\u{202F}"].map { Array($0.utf8) }.first { bytes.starts(with: $0) }?.count
    }
}

/// Finds the JSON objects of a text: from a brace to the one that closes it, outside of quotes.
private struct ObjectPlaces {
    private let text: [UInt8]
    private var place = 0
    /// The line that is looked at, from 1.
    private(set) var line = 1
    /// Braces that nothing closes: each costs a search, so that there must not be too many.
    private var unclosed = 0

    /// Whether there were.
    var isExhausted: Bool { unclosed == Self.mostUnclosed }

    private static let mostUnclosed = 1_000

    init(_ text: [UInt8]) { self.text = text }

    /// The next one, and the line where it begins, from 1; nil where there is none.
    mutating func next() -> (range: Range<Int>, line: Int)? {
        while place < text.count, !isExhausted {
            guard text[place] == UInt8(ascii: "{"), hasKey(behind: place) else {
                if text[place] == UInt8(ascii: "\n") { line += 1 }
                place += 1
                continue
            }
            let start = (place: place, line: line)
            if let end = end(of: place) {
                line += text[place..<end].count { $0 == UInt8(ascii: "\n") }
                place = end
                return (start.place..<end, start.line)
            }
            unclosed += 1
            place += 1
        }
        return nil
    }

    /// Whether a key follows the brace at `start`: what people write in braces is none.
    private func hasKey(behind start: Int) -> Bool {
        // No-break spaces are bytes from 0x80 on.
        text[(start + 1)...].first { $0 > UInt8(ascii: " ") && $0 < 0x80 && $0 != UInt8(ascii: ">") }
            == UInt8(ascii: "\"")
    }

    /// Behind the brace that closes the one at `start`; nil where there is none within the length of a line.
    private func end(of start: Int) -> Int? {
        var (depth, isQuoted, isEscaped) = (0, false, false)
        for place in start..<min(text.count, start + AnswerFile.longestLine) {
            let byte = text[place]
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return place + 1 }
            default: break
            }
        }
        return nil
    }
}
