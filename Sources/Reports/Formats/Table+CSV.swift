import CSV
import Preference

extension Table {
    /// The table as CSV, to be read as a data frame, with its headings and its numbers as they are printed; the ends of an
    /// interval are two columns, called `low` and `high` behind its heading. A number that does not exist is an empty
    /// field, and the last column, `note`, says why the first of a row does not.
    ///
    /// The format has no caption, so the watermark and the remark stand in `note` too, in every row. A table without such
    /// words has no such column.
    package func csv(low: String, high: String) -> String {
        let table = onPage
        let head = table.columns.flatMap { $0.isInterval ? ["\($0.title) \(low)", "\($0.title) \(high)"] : [$0.title] }
        let notes = table.rows.map { cells in
            let missing = zip(table.columns, cells).lazy.compactMap { column, cell in
                cell.gap.map { "\($0.what ?? column.name): \($0.why)" }
            }.first
            return [missing, watermark, remark].compactMap(\.self).joined(separator: ". ")
        }
        let hasNotes = notes.contains { !$0.isEmpty }
        let records = zip(table.rows, notes).map { cells, note in
            zip(table.columns, cells).flatMap { $1.fields(isInterval: $0.isInterval) } + (hasNotes ? [note] : [])
        }
        return CSVWriter.text([head + (hasNotes ? ["note"] : [])] + records)
    }

    /// The table as CSV for programs: the names of the JSON, numbers unrounded, and an empty field where there is none.
    package var dataCSV: String {
        let data = keeping { $0.key != nil }
        return CSVWriter.text([data.columns.compactMap(\.key)] + data.rows.map { $0.map(\.value.field) })
    }

    /// The table for programs: one object a row, numbers unrounded, null where there is none.
    package var json: JSONValue {
        let data = keeping { $0.key != nil }
        let keys = data.columns.compactMap(\.key)
        return .array(data.rows.map { cells in .object(zip(keys, cells).map { .init($0, $1.value) }) })
    }
}

extension Table.Cell {
    /// Its fields: two of an interval.
    fileprivate func fields(isInterval: Bool) -> [String] {
        switch self {
        case .missing: isInterval ? ["", ""] : [""]
        case .interval(let interval, let format) where isInterval: [interval.low, interval.high].map(format.text)
        default: [text]
        }
    }

    /// Its value, as it is and not as it is shown.
    fileprivate var value: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .count(let count, _): .integer(count)
        case .number(let value, _), .estimate(let value, _, _): .number(value)
        case .interval(let interval, _): .array([.number(interval.low), .number(interval.high)])
        case .missing: .null
        }
    }
}

extension JSONValue {
    /// The value as a field of CSV; only a plain one has such.
    fileprivate var field: String {
        switch self {
        case .null: ""
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .string(let text): text
        case .array, .object: preconditionFailure("a field is plain")
        }
    }
}
