extension TextTable {
    /// The table in GitHub's Markdown: caption, watermark, table, notes.
    var markdown: String {
        var parts = ["**\(Markdown.escaped(caption))**"]
        if let watermark { parts.append("> **\(Markdown.escaped(watermark))**") }
        parts.append(Markdown.table(columns: columns, rows: rows))
        parts += (notes + [remark].compactMap(\.self)).map(Markdown.escaped)
        return parts.joined(separator: "\n\n") + "\n"
    }
}
