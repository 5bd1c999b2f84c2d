/// A table of a report, before it is written for a page or as Markdown.
struct SectionTable {
    /// What it shows, where the heading above does not say it.
    var caption: String?
    /// The columns; headings may hold names from outside.
    var columns: [TextTable.Column]
    /// The rows, each as many cells as there are columns.
    var rows: [[String]]

    /// A table.
    init(_ columns: [TextTable.Column], _ rows: [[String]], caption: String? = nil) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// For a page; nothing without rows.
    var html: String { rows.isEmpty ? "" : HTML.table(columns: columns, rows: rows, caption: caption) }

    /// As Markdown; nothing without rows.
    var markdown: String {
        guard !rows.isEmpty else { return "" }
        let columns = columns.map { column in
            TextTable.Column(heading: Markdown.escaped(column.heading), unit: column.unit, isNumber: column.isNumber)
        }
        let title = caption.map { "**\(Markdown.escaped($0))**\n\n" } ?? ""
        return title + Markdown.table(columns: columns, rows: rows)
    }
}
