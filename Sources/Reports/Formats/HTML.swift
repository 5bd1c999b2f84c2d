/// The syntax of HTML, and of the SVG in it.
enum HTML {
    /// `text` on one line, with the characters escaped that a browser would read as marks, in attributes too.
    static func escaped(_ text: String) -> String {
        PlainText.oneLine(text).unicodeScalars.map { marks[$0] ?? String($0) }.joined()
    }

    private static let marks: [Unicode.Scalar: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]

    /// A table. Headings and cells are escaped.
    static func table(columns: [TextTable.Column], rows: [[String]]) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            let cells = zip(columns, cells).map { column, cell in
                "<\(tag)\(column.isNumber ? " class=\"number\"" : "")>\(escaped(cell))</\(tag)>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        let body = rows.map { row($0, "td") }.joined(separator: "\n")
        return "<div class=\"table\"><table>\n<thead>\(row(columns.map(\.title), "th"))</thead>\n"
            + "<tbody>\n\(body)\n</tbody>\n</table></div>"
    }

    /// A list of names and what they are. Both are escaped.
    static func list(_ facts: [(name: String, value: String)]) -> String {
        let lines = facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }
        return "<dl>\n\(lines.joined(separator: "\n"))\n</dl>"
    }

    /// A whole page that loads nothing from elsewhere. The title is escaped; style and body stand as they are.
    static func page(title: String, style: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
