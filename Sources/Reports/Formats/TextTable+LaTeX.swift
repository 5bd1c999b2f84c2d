import Study

extension TextTable {
    /// The table as a LaTeX float with booktabs' rules, to be `\input` in a document. English compiles with any LaTeX;
    /// Japanese needs LuaLaTeX or upLaTeX with a Japanese class, as the file's first line says.
    func latex(language: Language) -> String {
        let needs = language == .english ? "" : " in a Japanese class (LuaLaTeX: ltjsarticle; upLaTeX: jsarticle)"
        var lines = ["% Needs \\usepackage{booktabs}\(needs); \\input this file."]
        if let watermark { lines.append("% \(PlainText.oneLine(watermark))") }
        let mark = watermark.map { " \\textbf{\(LaTeX.escaped($0))}" } ?? ""
        lines += [
            "\\begin{table}",
            "  \\centering",
            "  \\small",
            "  \\setlength{\\tabcolsep}{3.5pt}",
            "  \\caption{\(LaTeX.escaped(caption))\(mark)}",
            "  \\label{\(name)}",
            "  \\begin{tabular}{@{}\(columns.map { $0.isNumber ? "r" : "l" }.joined())@{}}",
            "    \\toprule",
            LaTeX.row(columns.map(\.heading)),
            LaTeX.row(columns.map { $0.unit ?? "" }),
            "    \\midrule",
        ]
        lines += rows.map(LaTeX.row)
        lines += ["    \\bottomrule", "  \\end{tabular}"]
        lines += (notes + [remark].compactMap(\.self)).map {
            "\n  \\smallskip\n  {\\footnotesize \(LaTeX.escaped($0))\\par}"
        }
        lines.append("\\end{table}")
        return lines.joined(separator: "\n") + "\n"
    }
}
