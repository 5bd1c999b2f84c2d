extension Table {
    /// The table as a LaTeX float with booktabs' rules, to be `\input` in a document.
    ///
    /// - Parameter needs: What a document needs, as a sentence for the file's first line: Japanese has a class of its own.
    package func latex(needs: String = "Needs \(LaTeX.booktabs); \\input this file.") -> String {
        let table = onPage
        var lines = ["% \(needs)"]
        if let watermark { lines.append("% \(PlainText.oneLine(watermark))") }
        let mark = watermark.map { " \\textbf{\(LaTeX.escaped($0))}" } ?? ""
        lines += [
            "\\begin{table}",
            "  \\centering",
            "  \\small",
            "  \\setlength{\\tabcolsep}{3.5pt}",
            "  \\caption{\(LaTeX.escaped(caption ?? ""))\(mark)}",
            "  \\label{\(name ?? "")}",
            "  \\begin{tabular}{@{}\(table.columns.map { $0.alignment == .right ? "r" : "l" }.joined())@{}}",
            "    \\toprule",
            LaTeX.row(table.columns.map(\.heading)),
            LaTeX.row(table.columns.map { $0.unit ?? "" }),
            "    \\midrule",
        ]
        lines += table.rows.map { LaTeX.row($0.map(\.text)) }
        lines += ["    \\bottomrule", "  \\end{tabular}"]
        lines += (notes + [remark].compactMap(\.self)).map {
            "\n  \\smallskip\n  {\\footnotesize \(LaTeX.escaped($0))\\par}"
        }
        lines.append("\\end{table}")
        return lines.joined(separator: "\n") + "\n"
    }
}
