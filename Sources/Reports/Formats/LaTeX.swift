/// The syntax of LaTeX.
enum LaTeX {
    /// How a document loads the rules of a table.
    static let booktabs = "\\usepackage{booktabs}"

    /// `text` on one line, with the characters escaped that TeX would read. Letters of any script stay as they are.
    static func escaped(_ text: String) -> String {
        PlainText.oneLine(text).unicodeScalars.map { commands[$0] ?? String($0) }.joined()
    }

    /// One row of a tabular.
    static func row(_ cells: [String]) -> String {
        "    " + cells.map(escaped).joined(separator: " & ") + " \\\\"
    }

    /// Brackets and stars are guarded because `\\` before them would take them for its own arguments.
    private static let commands: [Unicode.Scalar: String] = [
        "%": "\\%", "_": "\\_", "&": "\\&", "#": "\\#", "$": "\\$", "{": "\\{", "}": "\\}",
        "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
        "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
        "[": "{[}", "]": "{]}", "*": "{*}", "–": "--", "−": "$-$",
    ]
}
