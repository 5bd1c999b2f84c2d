/// Comma-separated values as RFC 4180 has them, with line feeds between records, which every reader takes too.
enum CSV {
    /// One record as read, with the line of the file on which it starts, from 1.
    struct Record: Equatable {
        var line: Int
        var fields: [String]
    }

    /// What is wrong with a file's quotes.
    struct SyntaxError: Error, Equatable {
        /// The line on which the field starts, from 1.
        var line: Int
        /// What is wrong there.
        var problem: String
    }

    /// The records as text; every line ends with a line feed.
    static func text(_ records: [[String]]) -> String {
        records.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
    }

    /// One field, in quotes where it needs them.
    static func field(_ text: String) -> String {
        let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
        guard text.unicodeScalars.contains(where: special.contains) else { return text }
        return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    /// The records of a text, with semicolons between fields where the first line has more of them than commas; empty
    /// lines are left out, as is a byte order mark. Lines may end in any usual way.
    static func records(_ text: String) throws(SyntaxError) -> [Record] {
        var bytes = Substring(text).utf8
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var reader = Reader(separator: separator(of: text))
        var previous: UInt8 = 0
        for byte in bytes {
            // The line feed of CR LF has ended its line already.
            if !(byte == Reader.lineFeed && previous == Reader.carriageReturn && !reader.inQuotes) {
                try reader.read(byte)
            }
            previous = byte
        }
        return try reader.finish()
    }

    private static func separator(of text: String) -> UInt8 {
        let head = text.split(whereSeparator: \.isNewline).first ?? ""
        return head.count { $0 == ";" } > head.count { $0 == "," } ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    private struct Reader {
        static let quote = UInt8(ascii: "\"")
        static let lineFeed = UInt8(ascii: "\n")
        static let carriageReturn = UInt8(ascii: "\r")
        let separator: UInt8

        private enum Place { case start, plain, quoted, afterQuote }
        private var place = Place.start
        private var field: [UInt8] = []
        private var fields: [String] = []
        private var records: [Record] = []
        private var line = 1
        private var recordLine = 1
        private var fieldLine = 1

        init(separator: UInt8) { self.separator = separator }

        var inQuotes: Bool { place == .quoted }

        mutating func read(_ byte: UInt8) throws(SyntaxError) {
            switch (place, byte) {
            case (.quoted, Self.quote): place = .afterQuote
            case (.quoted, _):
                if byte == Self.lineFeed { line += 1 }
                field.append(byte)
            case (.afterQuote, Self.quote):
                field.append(byte)
                place = .quoted
            case (.start, Self.quote): place = .quoted
            case (_, separator): endField()
            case (_, Self.lineFeed), (_, Self.carriageReturn): endRecord()
            case (.plain, Self.quote):
                throw SyntaxError(line: fieldLine, problem: "a quote inside a field that does not start with one")
            case (.afterQuote, _):
                throw SyntaxError(line: fieldLine, problem: "text after the closing quote of a field")
            case (.start, _), (.plain, _):
                field.append(byte)
                place = .plain
            }
        }

        mutating func finish() throws(SyntaxError) -> [Record] {
            guard place != .quoted else { throw SyntaxError(line: fieldLine, problem: "a quote that never closes") }
            if place != .start || !fields.isEmpty { endRecord() }
            return records
        }

        private mutating func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field = []
            place = .start
            fieldLine = line
        }

        private mutating func endRecord() {
            let blank = fields.isEmpty && place == .start
            endField()
            if !blank { records.append(Record(line: recordLine, fields: fields)) }
            fields = []
            line += 1
            recordLine = line
            fieldLine = line
        }
    }
}
