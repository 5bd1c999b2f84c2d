/// The syntax of GitHub's Markdown.
enum Markdown {
    /// `text` on one line, with the characters escaped that Markdown would read.
    static func escaped(_ text: String) -> String {
        PlainText.oneLine(text).unicodeScalars.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    private static let special = Set("\\`*_<>[]|~&#".unicodeScalars)

    /// The bare table. Headings are ours and stand as they are; cells are escaped.
    static func table(columns: [TextTable.Column], rows: [[String]]) -> String {
        let head = columns.map(\.title)
        let rule = columns.map { $0.isNumber ? "---:" : "---" }
        return ([head, rule] + rows.map { $0.map(escaped) })
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
