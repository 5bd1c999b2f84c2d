import Glibc

/// Splits CSV (RFC 4180) into records of fields, on bytes: commas, or what the first line has more of: semicolons (as
/// spreadsheets write it where the comma is the decimal point) or tabs. Quoted fields with doubled quotes and line breaks,
/// any line end, a byte order mark. A quote inside an unquoted field stands for itself. An apostrophe that keeps spreadsheets
/// from taking a text for a formula (see ``Formula``) is no part of it.
package struct CSVReader {
    /// Where a field's content lies.
    package struct Field {
        /// Its place in the file, without its quotes and without the apostrophe before what might be a formula.
        package let range: Range<Int>
        /// Whether quotes in it stand twice, so that ``CSVReader/unquoted(_:)`` has its content.
        package let hasDoubledQuotes: Bool
        /// Whether it stands in quotes.
        package let isQuoted: Bool
    }

    /// The whole file.
    package let bytes: [UInt8]
    private let separator: UInt8
    private var position: Int
    /// Where the lines end that this reader reads.
    private let end: Int
    private var line = 1
    /// The line at which the latest record begins, from 1.
    package private(set) var recordLine = 1

    /// The most fields of a record, as many as the columns of the largest spreadsheets: a line of sixty million commas takes
    /// no memory for each.
    package static let mostFields = 16_384

    /// A reader at the beginning of a file of these bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        end = bytes.count
        separator = Self.separator(of: bytes)
    }

    /// A reader of the lines in a part of another's file.
    private init(_ whole: CSVReader, _ part: Range<Int>) {
        bytes = whole.bytes
        separator = whole.separator
        position = part.lowerBound
        end = part.upperBound
    }

    /// Readers of the lines to come, about as long each, one after the other; this one alone where there is a quote, which
    /// may put a line break into a field. The lines of each are numbered from 1.
    ///
    /// - Parameter count: how many readers; at least 1.
    package func parts(_ count: Int) -> [CSVReader] {
        guard count > 1, !hasQuote else { return [self] }
        var starts = [position]
        for part in 1..<count {
            let near = position + (end - position) / count * part
            let feed = bytes[near..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end - 1
            starts.append(max(starts[part - 1], feed + 1))
        }
        return zip(starts, starts.dropFirst() + [end]).map { CSVReader(self, $0..<$1) }
    }

    /// Whether there is a quote in the lines to come.
    private var hasQuote: Bool {
        bytes.withUnsafeBytes { bytes in
            guard let lines = bytes.baseAddress.map({ $0 + position }) else { return false }
            return memchr(lines, Int32(Self.quote), end - position) != nil
        }
    }

    /// Reads the next record that is not an empty line into `fields`; false at the end.
    ///
    /// - Throws: ``CSVError`` for a quote that does not fit, and for more fields than ``mostFields``.
    package mutating func next(into fields: inout [Field]) throws(CSVError) -> Bool {
        fields.removeAll(keepingCapacity: true)
        while position < end, Self.isLineEnd(bytes[position]) { passLineEnd() }
        guard position < end else { return false }
        recordLine = line
        while true {
            guard fields.count < Self.mostFields else {
                throw CSVError(line: recordLine, reason: "more than \(Self.mostFields) fields, which no table has")
            }
            fields.append(
                unguarded(position < end && bytes[position] == Self.quote ? try quotedField() : unquotedField()))
            guard position < end else { return true }
            if Self.isLineEnd(bytes[position]) {
                passLineEnd()
                return true
            }
            position += 1  // the separator
        }
    }

    /// The content of a field with doubled quotes.
    package func unquoted(_ field: Field) -> [UInt8] {
        var content: [UInt8] = []
        var isSecond = false
        for byte in bytes[field.range] {
            isSecond = byte == Self.quote && !isSecond
            if !isSecond { content.append(byte) }
        }
        return content
    }

    /// The text of a field; nil where it is not UTF-8.
    package func text(of field: Field) -> String? {
        field.hasDoubledQuotes
            ? String(validating: unquoted(field), as: UTF8.self)
            : String(validating: bytes[field.range], as: UTF8.self)
    }

    /// What separates the fields of the first line that is not empty: the most frequent of comma, semicolon and tab, the
    /// first of equals; what is quoted does not count, nor what stands behind the first 64 kB of a longer line.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        bytes.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count, isLineEnd(bytes[start]) { start += 1 }
            var isQuoted = false
            var (commas, semicolons, tabs) = (0, 0, 0)
            for place in start..<min(bytes.count, start + 1 << 16) {
                let byte = bytes[place]
                if byte == quote { isQuoted.toggle() }
                if isQuoted { continue }
                if isLineEnd(byte) { break }
                switch byte {
                case UInt8(ascii: ","): commas += 1
                case UInt8(ascii: ";"): semicolons += 1
                case UInt8(ascii: "\t"): tabs += 1
                default: break
                }
            }
            if commas >= max(semicolons, tabs) { return UInt8(ascii: ",") }
            return semicolons >= tabs ? UInt8(ascii: ";") : UInt8(ascii: "\t")
        }
    }

    private static let separators: [(byte: UInt8, name: String)] = [
        (UInt8(ascii: ","), "comma"), (UInt8(ascii: ";"), "semicolon"), (UInt8(ascii: "\t"), "tab"),
    ]

    private static let quote = UInt8(ascii: "\"")

    /// The field at the position, which moves to the separator, line end or end of file behind it.
    private mutating func unquotedField() -> Field {
        let start = position
        position = bytes.withUnsafeBytes { bytes in
            var position = start
            while position + 8 <= end {
                let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
                let found =
                    Self.places(of: separator, in: eight) | Self.places(of: UInt8(ascii: "\n"), in: eight)
                    | Self.places(of: UInt8(ascii: "\r"), in: eight)
                if found != 0 { return position + found.trailingZeroBitCount / 8 }
                position += 8
            }
            while position < end, bytes[position] != separator, !Self.isLineEnd(bytes[position]) { position += 1 }
            return position
        }
        return Field(range: start..<position, hasDoubledQuotes: false, isQuoted: false)
    }

    /// The field without the apostrophe before what might be a formula.
    private func unguarded(_ field: Field) -> Field {
        guard Formula.hasGuard(bytes[field.range]) else { return field }
        let range = (field.range.lowerBound + 1)..<field.range.upperBound
        return Field(range: range, hasDoubledQuotes: field.hasDoubledQuotes, isQuoted: field.isQuoted)
    }

    /// The highest bit of every byte of eight that is `byte`. Behind the first of them other bits may be set too: the
    /// subtraction borrows.
    private static func places(of byte: UInt8, in eight: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let zeros = eight ^ ones &* UInt64(byte)
        return (zeros &- ones) & ~zeros & (ones << 7)
    }

    /// The field whose opening quote is at the position, which moves as for an unquoted one.
    private mutating func quotedField() throws(CSVError) -> Field {
        let firstLine = line
        var hasDoubledQuotes = false
        position += 1
        let start = position
        while position < end {
            if Self.isLineEnd(bytes[position]) {
                passLineEnd()
                continue
            }
            position += 1
            guard bytes[position - 1] == Self.quote else { continue }
            guard position < end, bytes[position] == Self.quote else {
                let isAtEnd =
                    position == end || bytes[position] == separator || Self.isLineEnd(bytes[position])
                guard isAtEnd else {
                    throw CSVError(line: line, reason: "text follows a closing quote, expected a \(separatorName)")
                }
                return Field(range: start..<position - 1, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true)
            }
            hasDoubledQuotes = true
            position += 1
        }
        throw CSVError(line: firstLine, reason: "a quote that opens here is never closed")
    }

    private var separatorName: String { Self.separators.first { $0.byte == separator }?.name ?? "" }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    /// Moves behind the line feed, carriage return or both at the position.
    private mutating func passLineEnd() {
        let isReturn = bytes[position] == UInt8(ascii: "\r")
        position += 1
        if isReturn, position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
        line += 1
    }
}
