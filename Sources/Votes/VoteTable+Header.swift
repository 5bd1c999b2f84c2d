import Answers
import CSV
import Text

extension VoteTable {
    /// The first line of a table.
    struct Header: Sendable {
        /// What the fields are called in it.
        let texts: [String]
        /// The names of the columns: those of ``VoteColumn`` where a text is one in another case or between blanks.
        let names: [String]
        private let first: [UInt8]

        /// The header of these fields.
        ///
        /// - Throws: what makes the table unreadable: a needed column missing, two of one name.
        init(_ fields: [CSVReader.Field], of reader: CSVReader) throws(LineProblem) {
            var texts: [String] = []
            for field in fields {
                guard let text = reader.text(of: field) else {
                    throw LineProblem(
                        line: reader.recordLine, reason: "the header is not UTF-8")
                }
                texts.append(text)
            }
            let given = Set(texts)
            var names: [String] = []
            var taken: Set<String> = []
            for text in texts {
                let word = VoteWord.trimmed(text).lowercased()
                let name = VoteColumn(rawValue: word) != nil && !given.contains(word) ? word : text
                guard taken.insert(name).inserted else {
                    throw LineProblem(
                        line: reader.recordLine, column: name, reason: "there are two columns of this name")
                }
                names.append(name)
            }
            let missing = VoteColumn.required.map(\.rawValue).filter { !taken.contains($0) }
            guard missing.isEmpty else {
                let found =
                    texts.prefix(30).map(quoted).joined(separator: ", ")
                    + (texts.count > 30 ? " and \(texts.count - 30) more" : "")
                throw LineProblem(
                    line: reader.recordLine,
                    reason: "the header lacks \(missing.joined(separator: ", ")); its columns are \(found)")
            }
            (self.texts, self.names) = (texts, names)
            first = Array(texts[0].utf8)
        }

        /// Whether a row says the same, as where two files stand one behind the other.
        func isRepeated(by fields: [CSVReader.Field], of reader: CSVReader) -> Bool {
            guard fields.count == texts.count, fields[0].range.count == first.count,
                reader.bytes[fields[0].range].elementsEqual(first)
            else { return false }
            return zip(fields, texts).allSatisfy { reader.text(of: $0) == $1 }
        }

        /// The columns whose texts were read as a name that they are not.
        var readings: [VoteReading] {
            zip(texts, names).compactMap { text, name in
                guard text != name, let column = VoteColumn(rawValue: name) else { return nil }
                return VoteReading(column: column, word: text, kind: .heading, rows: 0)
            }
        }
    }
}
