/// Rows in columns as wide as their widest cell, in groups with a heading each.
struct TerminalTable {
    /// The first columns, which hold texts and align left; the others align right.
    var textColumns: Int
    /// What the columns hold.
    var head: [String]
    /// The rows, as many cells each as there are columns.
    var groups: [Group] = []
    /// What is missing in the rows, and why.
    var gaps = TerminalGaps()

    /// Rows under one heading.
    struct Group {
        /// What they have in common; nil where that needs no words.
        var heading: String?
        var rows: [[String]]
        /// Rows that are not shown.
        var hidden = 0
    }

    /// A table without rows.
    init(textColumns: Int, _ head: [String]) {
        self.textColumns = textColumns
        self.head = head
    }

    /// Adds those of some rows that tell most, as the numbers beside them say; in the order in which they were given.
    mutating func add(_ heading: String?, _ rows: [(cells: [String], weight: Double)], most: Int = .max) {
        let order = rows.indices.sorted { (rows[$1].weight, $0) < (rows[$0].weight, $1) }
        let shown = order.prefix(most).sorted().map { rows[$0].cells }
        if !rows.isEmpty { groups.append(Group(heading: heading, rows: shown, hidden: rows.count - shown.count)) }
    }

    /// The table's lines; below the rows a sentence on what is missing.
    var lines: [String] {
        let indent = groups.contains { $0.heading != nil } ? "  " : ""
        let rows = groups.map { group in group.rows.map { $0.map(PlainText.oneLine) } }
        let widths = head.indices.map { column in
            (rows.joined().map { PlainText.width($0[column]) } + [PlainText.width(head[column])]).max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - PlainText.width(cell))
                return column < textColumns ? cell + space : space + cell
            }
            return String((indent + padded.joined(separator: "  ")).reversed().drop { $0 == " " }.reversed())
        }
        let body = zip(groups, rows).flatMap { group, rows in
            (group.heading.map { [PlainText.oneLine($0)] } ?? []) + rows.map(line)
                + (group.hidden > 0 ? ["\(indent)\(group.hidden) more in --json"] : [])
        }
        return (groups.isEmpty ? [] : [line(head)] + body) + gaps.lines
    }
}
