import Text

extension Table {
    /// The table for a terminal: columns as wide as their widest cell, and why a number does not exist beside its dash;
    /// without a line feed at the end.
    package var terminal: String { Self.terminal([Group(nil, self)]).joined(separator: "\n") }

    /// Rows of a table under a heading of their own.
    struct Group {
        /// What they have in common; nil where that needs no words.
        var heading: String?
        /// The rows.
        var table: Table
        /// The line on rows that are not shown; nil where all are.
        var hidden: String?

        init(_ heading: String?, _ table: Table, hidden: String? = nil) {
            self.heading = heading
            self.table = table
            self.hidden = hidden
        }
    }

    /// The lines of tables with the same columns, under one another and under one head; none without rows.
    ///
    /// A reason stands beside the dash, of several cells of a row that lack for the same one in the last.
    static func terminal(_ groups: [Group]) -> [String] {
        let groups = groups.map { group in
            var group = group
            group.table = group.table.inTerminal
            return group
        }.filter { !$0.table.rows.isEmpty }
        guard let columns = groups.first?.table.columns else { return [] }
        let indent = groups.contains { $0.heading != nil } ? "  " : ""
        let head = columns.map { PlainText.oneLine($0.brief ?? $0.title) }
        let rows = groups.map { $0.table.rows.map { line in sayingOnce(line).map { PlainText.oneLine($0.text) } } }
        let widths = columns.indices.map { column in
            (rows.joined().map { CellText.width(of: $0[column]) } + [CellText.width(of: head[column])]).max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = columns.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - CellText.width(of: cells[column]))
                return columns[column].alignment == .left ? cells[column] + space : space + cells[column]
            }
            return String((indent + padded.joined(separator: "  ")).reversed().drop { $0 == " " }.reversed())
        }
        let body = zip(groups, rows).flatMap { group, rows -> [String] in
            let heading = group.heading.map { [PlainText.oneLine($0)] } ?? []
            let hidden = group.hidden.map { [indent + $0] } ?? []
            return heading + rows.map(line) + hidden
        }
        return [line(head)] + body
    }

    private static func sayingOnce(_ cells: [Cell]) -> [Cell] {
        cells.indices.map { index in
            let repeats = cells[(index + 1)...].contains { $0.gap != nil && $0.gap?.why == cells[index].gap?.why }
            return repeats ? cells[index].withoutReason : cells[index]
        }
    }

    /// What is missing in tables, and why; each once.
    static func gaps(_ groups: [Group]) -> [(name: String, why: String)] {
        var gaps: [(name: String, why: String)] = []
        for group in groups {
            let table = group.table.inTerminal
            for cells in table.rows {
                for (column, cell) in zip(table.columns, cells) {
                    guard let gap = cell.gap else { continue }
                    let named = (name: gap.what ?? column.name, why: gap.why)
                    if !gaps.contains(where: { $0 == named }) { gaps.append(named) }
                }
            }
        }
        return gaps
    }

    /// The table without reasons, where a sentence beneath tells them.
    var withoutReasons: Table {
        var table = self
        table.rows = rows.map { $0.map(\.withoutReason) }
        return table
    }
}
