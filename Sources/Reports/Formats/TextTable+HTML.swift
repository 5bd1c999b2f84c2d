extension TextTable {
    /// The table as HTML: watermark, table with its caption, notes.
    var html: String {
        let mark = watermark.map { HTML.paragraph($0, style: "marked") } ?? ""
        let sentences = (notes + [remark].compactMap(\.self)).map { HTML.paragraph($0, style: "note") }
        let parts = [mark, HTML.table(columns: columns, rows: rows, caption: caption)] + sentences
        return "<div class=\"paper\">\n\(parts.filter { !$0.isEmpty }.joined(separator: "\n"))\n</div>"
    }
}
