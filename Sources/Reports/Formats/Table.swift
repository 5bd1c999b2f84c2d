/// A table as values: its columns and cells are written once, and a terminal, Markdown, CSV, LaTeX, HTML and programs
/// each get their own rendering of them.
package struct Table: Sendable, Hashable {
    /// Its name in file names and labels, `table-equal-time`; nil where it stands in a section of something larger, and
    /// is nothing without rows.
    package var name: String?
    /// What it shows; nil where the heading above says it.
    package var caption: String?
    /// What every copy says where votes are simulated; nil where none are.
    package var watermark: String?
    /// The columns; headings may hold names from outside.
    package var columns: [Column]
    /// The rows, each as many cells as there are columns.
    package var rows: [[Cell]]
    /// Sentences under the table.
    package var notes: [String] = []
    /// What the votes are, where it must not be taken for granted: the last of the sentences, which also copies say that
    /// have no place for the others.
    package var remark: String?

    /// A table of rows whose cells are there.
    package init(_ columns: [Column], _ rows: [[Cell]], caption: String? = nil) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
        self.columns = columns
        self.rows = rows
        self.caption = caption
    }

    /// A table of values, each column with the cell that it makes of one.
    package init<Row>(_ fields: [Field<Row>], _ rows: [Row], caption: String? = nil) {
        self.init(fields.map(\.column), rows.map { row in fields.map { $0.cell(row) } }, caption: caption)
    }

    /// A column of a table of `Row`s, and the cell of each.
    package struct Field<Row> {
        /// What stands over it.
        package let column: Column
        /// The cell of a row.
        package let cell: (Row) -> Cell

        /// A column over cells that are there.
        init(_ column: Column, cell: @escaping (Row) -> Cell) {
            self.column = column
            self.cell = cell
        }

        /// A column of numbers, or of texts where it aligns left.
        ///
        /// - Parameters:
        ///   - heading, unit, alignment, brief, what, place, key, isInterval: see ``Column``.
        ///   - cell: The cell of a row.
        package init(
            _ heading: String, unit: String? = nil, _ alignment: Column.Alignment = .right, brief: String? = nil,
            what: String? = nil, in place: Column.Place = .everywhere, key: String? = nil, isInterval: Bool = false,
            cell: @escaping (Row) -> Cell
        ) {
            var column = Column(heading, unit: unit, alignment, brief: brief, what: what, in: place, key: key)
            column.isInterval = isInterval
            self.column = column
            self.cell = cell
        }
    }

    /// Whether there is nothing to show.
    package var isNothing: Bool { rows.isEmpty && name == nil }
}

extension Table {
    /// The same table with the columns of a place: a page has none that are a terminal's alone, and so on.
    func keeping(_ isShown: (Column) -> Bool) -> Table {
        let shown = columns.indices.filter { isShown(columns[$0]) }
        var table = self
        table.columns = shown.map { columns[$0] }
        table.rows = rows.map { row in shown.map { row[$0] } }
        return table
    }

    /// The table as pages, Markdown and files have it.
    var onPage: Table { keeping { $0.place != .terminal } }
    /// The table as a terminal has it.
    var inTerminal: Table { keeping { $0.place != .page } }
}
