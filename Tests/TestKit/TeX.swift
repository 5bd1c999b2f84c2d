package import Foundation

/// A LaTeX, which the tables of reports are compiled by.
package enum TeX {
    /// Why documents like those of the tests cannot be compiled here; nil where they can. A machine may have pdflatex
    /// without booktabs, or without the fonts of T1.
    package static let lack: String? = {
        guard Tool.place(of: "pdflatex") != nil else { return "pdflatex is not installed" }
        let rules = "\\toprule a & \\textbf{b} \\\\ \\midrule c & $-1$ \\\\ \\bottomrule"
        let table = "\\begin{tabular}{lr}\(rules)\\end{tabular}"
        do {
            return try withTemporaryFolder { folder in
                let outcome = try compile("\(table)\n{\\footnotesize \\emph{d} \\texttt{e}\\par}\n", in: folder)
                guard outcome.status != 0 else { return nil }
                let fault = outcome.log.split(separator: "\n").first { $0.hasPrefix("!") }
                return "pdflatex cannot compile a table with booktabs and T1 fonts: \(fault ?? "it does not say why")"
            }
        } catch {
            return "pdflatex does not start: \(error)"
        }
    }()

    /// Compiles an article of this body to tables.pdf in `folder`.
    package static func compile(_ body: String, in folder: URL) throws -> (status: Int32, log: String) {
        let document =
            "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{booktabs}\n\\begin{document}\n"
            + body + "\\end{document}\n"
        try Data(document.utf8).write(to: folder.appending(path: "tables.tex"))
        let process = Process()
        process.executableURL = Tool.place(of: "pdflatex")
        process.currentDirectoryURL = folder
        process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "tables.tex"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let log = (try? Data(contentsOf: folder.appending(path: "tables.log"))) ?? Data()
        return (process.terminationStatus, String(decoding: log, as: UTF8.self))
    }
}
