import Text

extension Table {
    /// The table for a page; one that is a file of its own elsewhere has its watermark and its sentences around it. All of
    /// it is escaped.
    package var html: String {
        guard !isNothing else { return "" }
        guard name != nil else { return onPage.htmlGrid }
        let mark = watermark.map { HTML.paragraph($0, style: "marked") } ?? ""
        let sentences = (notes + [remark].compactMap(\.self)).map { HTML.paragraph($0, style: "note") }
        let parts = [mark, onPage.htmlGrid] + sentences
        return "<div class=\"paper\">\n\(parts.filter { !$0.isEmpty }.joined(separator: "\n"))\n</div>"
    }

    private var htmlGrid: String {
        func row(_ cells: [String], _ tag: String) -> String {
            let cells = zip(columns, cells).map { column, cell in
                // Short names stay on one line; longer texts may break, but not word by word.
                let width = CellText.width(of: cell)
                let isNumber = column.alignment == .right
                let style = isNumber ? (width <= 20 ? "number" : "number long") : width <= 24 ? "name" : "words"
                return "<\(tag) class=\"\(style)\">\(HTML.escaped(cell))</\(tag)>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        let body = rows.map { row($0.map(\.text), "td") }.joined(separator: "\n")
        let title = caption.map { "<caption>\(HTML.escaped($0))</caption>\n" } ?? ""
        return "<div class=\"table\"><table>\n\(title)<thead>\(row(columns.map(\.title), "th"))</thead>\n"
            + "<tbody>\n\(body)\n</tbody>\n</table></div>"
    }
}
