import Foundation
import Reports
import Study
import TestKit
import Testing

@Suite("LaTeX compiles")
struct LaTeXTests {
    private static let pdflatex = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(filePath: String($0)).appending(path: "pdflatex") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    @Test(
        "English tables compile with pdflatex, names of every kind included, and the paper's fit the page",
        .enabled(if: pdflatex != nil, "pdflatex is not installed"))
    func compiles() throws {
        let program = try #require(Self.pdflatex)
        let name = "a|b,\"c\" 50%_&#$~^{x}\\y*<z>\n[q] – − é"
        let hostile = try Analysis.summarise([
            Ballots.vote("p", "[\(name)", "*B", .left, condition: "x_\(name)"),
            Ballots.vote("q", "*B", "[\(name)", .left, condition: "x_\(name)"),
        ])
        let simulated = try Analysis.summarise(Ballots.people(forA: [1, 2, 0], of: 5, simulated: true))
        #expect(try overfull(try Analysis.summarise(Ballots.paper), program).isEmpty)
        #expect(try overfull(simulated, program).isEmpty)
        _ = try overfull(hostile, program)
    }

    /// Compiles the tables in a plain article and gives the log's lines on what does not fit.
    private func overfull(_ summary: AnalysisSummary, _ program: URL) throws -> [String] {
        try withTemporaryFolder { folder in
            let tables = ConditionTable.tables(
                of: summary, runs: Ballots.paperRuns, labels: ["A": "multi-stage GAN", "B": "DCGAN + SRCNN"])
            let document =
                "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{booktabs}\n\\begin{document}\n"
                + tables.map { $0.latex(language: .english) }.joined(separator: "\n") + "\\end{document}\n"
            try Data(document.utf8).write(to: folder.appending(path: "tables.tex"))
            let process = Process()
            process.executableURL = program
            process.currentDirectoryURL = folder
            process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "tables.tex"]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let log = String(decoding: try Data(contentsOf: folder.appending(path: "tables.log")), as: UTF8.self)
            #expect(process.terminationStatus == 0, "\(log)")
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "tables.pdf").path))
            return log.split(separator: "\n").map(String.init).filter { $0.hasPrefix("Overfull") }
        }
    }
}
