import Analysis
import Foundation
import Study
import TestKit
import Testing

@testable import Reports

@Suite("LaTeX compiles")
struct LaTeXTests {
    @Test(
        "English tables compile with pdflatex, names of every kind included, and the paper's fit the page",
        .enabled(if: TeX.lack == nil, "\(TeX.lack ?? "")"))
    func compiles() throws {
        let name = "a|b,\"c\" 50%_&#$~^{x}\\y*<z>\n[q] – − é"
        let hostile = try Analysis.summarise([
            Ballots.vote("p", "[\(name)", "*B", .left, condition: "x_\(name)"),
            Ballots.vote("q", "*B", "[\(name)", .left, condition: "x_\(name)"),
        ])
        let simulated = try Analysis.summarise(Ballots.people(forA: [1, 2, 0], of: 5, simulated: true))
        #expect(try overfull(try Analysis.summarise(Ballots.paper)).isEmpty)
        #expect(try overfull(simulated).isEmpty)
        _ = try overfull(hostile)
    }

    /// Compiles the tables in a plain article and gives the log's lines on what does not fit.
    private func overfull(_ summary: AnalysisSummary) throws -> [String] {
        try withTemporaryFolder { folder in
            let tables = ConditionTable.tables(
                of: summary, runs: Ballots.paperRuns, labels: ["A": "multi-stage GAN", "B": "DCGAN + SRCNN"])
            let outcome = try TeX.compile(
                tables.map { $0.latex(.of(.english)) }.joined(separator: "\n"), in: folder)
            #expect(outcome.status == 0, "\(outcome.log)")
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "tables.pdf").path))
            return outcome.log.split(separator: "\n").map(String.init).filter { $0.hasPrefix("Overfull") }
        }
    }
}
