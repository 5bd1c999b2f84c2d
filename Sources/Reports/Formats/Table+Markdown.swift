extension Table {
    /// The table in GitHub's Markdown: caption, watermark, table, sentences, without a line feed at the end. Headings and
    /// cells are escaped; units are ours and stand as they are.
    package var markdown: String {
        guard !isNothing else { return "" }
        var parts = [caption.map { "**\(Markdown.escaped($0))**" }, watermark.map { "> **\(Markdown.escaped($0))**" }]
            .compactMap(\.self)
        parts.append(onPage.markdownGrid)
        parts += (notes + [remark].compactMap(\.self)).map(Markdown.escaped)
        return parts.joined(separator: "\n\n")
    }

    private var markdownGrid: String {
        let head = columns.map { column in
            [Markdown.escaped(column.heading), column.unit].compactMap(\.self).joined(separator: " ")
        }
        let rule = columns.map { $0.alignment == .right ? "---:" : "---" }
        return ([head, rule] + rows.map { $0.map { Markdown.escaped($0.text) } })
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
