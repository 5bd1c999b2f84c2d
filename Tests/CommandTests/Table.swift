import Foundation
import Testing

/// A CSV file that `dotchi` wrote, as rows by column; for files whose fields may be quoted.
struct Table {
    /// Names of the columns.
    let columns: [String]
    /// The rows.
    let rows: [[String: String]]

    init(_ csv: String) throws {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        for character in csv {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                records[records.count - 1].append(field)
                field = ""
            case "\n", "\r\n":
                try #require(!isQuoted, "no file of these tests has a field of two lines")
                records[records.count - 1].append(field)
                field = ""
                records.append([])
            default: field.append(character)
            }
        }
        #expect(records.last?.isEmpty == true && field.isEmpty, "the last line is not ended")
        columns = try #require(records.first)
        let columns = columns
        rows = try records.dropFirst().dropLast().map { record in
            try #require(record.count == columns.count)
            return Dictionary(uniqueKeysWithValues: zip(columns, record))
        }
    }
}
