/// One record of a CSV file as texts.
package struct CSVRecord: Sendable, Hashable {
    /// The line of the file on which it begins, from 1.
    package let line: Int
    /// Its fields, without quotes.
    package let fields: [String]
}

extension CSVReader {
    /// All records of a text; for files of a few lines.
    ///
    /// - Throws: ``CSVError`` for the first quote that does not fit.
    package static func records(_ text: String) throws(CSVError) -> [CSVRecord] {
        var reader = CSVReader(Array(text.utf8))
        var fields: [Field] = []
        var records: [CSVRecord] = []
        while try reader.next(into: &fields) {
            // A part of a text that ends at bytes of ASCII is a text.
            records.append(CSVRecord(line: reader.recordLine, fields: fields.map { reader.text(of: $0) ?? "" }))
        }
        return records
    }
}
