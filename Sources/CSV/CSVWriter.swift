/// Writes CSV (RFC 4180) in UTF-8: commas between fields, quotes only around those that need them (among them texts with blanks at an end), every record ended by
/// a line feed, which every reader takes too. A text that a spreadsheet would take for a formula has an apostrophe before it
/// (see ``Formula``), which ``CSVReader`` takes off again.
package struct CSVWriter: Sendable {
    /// What was written so far, and not taken.
    package private(set) var bytes: [UInt8] = []

    /// An empty file.
    package init() {}

    /// Writes one record.
    package mutating func append(_ fields: [String]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Gives what was written since the last call, and starts over after it: a long file goes out in parts.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// The records as text.
    package static func text(_ records: [[String]]) -> String {
        var writer = CSVWriter()
        for record in records { writer.append(record) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private mutating func append(_ field: String) {
        let quote = UInt8(ascii: "\"")
        // Blanks at an end are part of a text only in quotes, to R's `strip.white` and to ourselves.
        let isPadded = Self.isBlank(field.utf8.first) || Self.isBlank(field.utf8.last)
        let needsQuotes =
            isPadded
            || field.utf8.contains { byte in
                switch byte {
                case UInt8(ascii: ","), quote, UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
                default: false
                }
            }
        let apostrophe = Formula.needsGuard(field) ? [Formula.apostrophe] : []
        guard needsQuotes else {
            bytes += apostrophe
            bytes += field.utf8
            return
        }
        bytes.append(quote)
        bytes += apostrophe
        // Byte by byte: a quote that a combining mark follows is a character of its own, and must be doubled too.
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
