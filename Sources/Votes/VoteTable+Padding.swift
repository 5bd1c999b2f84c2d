import CSV

extension VoteTable {
    /// Texts of a column that stood between blanks, which are no part of them: as R reads a table with `strip.white`, and
    /// spreadsheets and pandas do not.
    struct Padding: Sendable {
        private var words: [String] = []
        private var rows = 0

        /// Counts a row whose text is a part of `source`.
        mutating func add(_ part: Range<Int>, of source: [UInt8]) {
            rows += 1
            if words.isEmpty { words = [String(decoding: source[part], as: UTF8.self)] }
        }

        /// Counts the rows of another part of the file, which comes behind this one.
        mutating func add(_ other: Padding) {
            rows += other.rows
            if words.isEmpty { words = other.words }
        }

        /// How the texts were read.
        func reading(_ column: VoteColumn) -> VoteReading {
            VoteReading(column: column, word: words.first ?? "", kind: .padded, rows: rows)
        }

        /// The part without spaces and tabs around it.
        static func without(_ part: Range<Int>, of source: [UInt8]) -> Range<Int> {
            guard let first = part.first, let last = part.last, isBlank(source[first]) || isBlank(source[last]) else {
                return part
            }
            let start = part.first { !isBlank(source[$0]) } ?? part.upperBound
            let end = part.last { !isBlank(source[$0]) } ?? start - 1
            return start..<end + 1
        }

        private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    }
}
