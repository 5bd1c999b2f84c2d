import CSV

extension TextTable {
    /// The table as CSV: headings, then rows. The format has no place for a caption, so watermark and remark are a last
    /// column, `note`, with the words in every row; a table that has neither has no such column.
    var csv: String {
        let note = [watermark, remark].compactMap(\.self).joined(separator: ". ")
        let marks = note.isEmpty ? [] : [note]
        let head = columns.map(\.title) + marks.map { _ in "note" }
        return CSVWriter.text([head] + rows.map { $0 + marks })
    }
}
