import CSV
import Foundation
import Preference
import Study
import TestKit
import Testing
import Votes

@testable import Analysis
@testable import Reports

@Suite("results/paper")
struct PaperResultsTests {
    private let folder = Project.root.appending(path: "results/paper")

    @Test("22 is the smallest number of votes that both published tables fit")
    func smallestCount() throws {
        func fits(_ percent: String, _ votes: Int) -> Bool {
            (0...votes).contains { NumberText.percent(Double($0) / Double(votes)) == percent }
        }
        #expect((1...100).first { fits("50.0", $0) && fits("22.7", $0) && fits("77.3", $0) } == 22)
    }

    private static let remark =
        "A reading of the published percentages (the fewest votes that fit), not the paper's data."

    @Test("the committed tables, page and README are what the report makes of votes.csv and runs.csv")
    func regenerates() throws {
        let summary = try Analysis.summarise(try votes())
        let runs = try RunsTable.read(try contents("runs.csv"), file: "runs.csv")
        let report = Report(
            title: "A reading of the paper's two tables", provenance: Provenance(votesFile: "votes.csv"),
            summary: summary, tables: ConditionTable.tables(of: summary, runs: runs, remark: Self.remark),
            words: .english,
            contents: PageContents(notices: [
                Self.remark
                    + " No person is named, and A stands on the left because a file must put it somewhere: what is told "
                    + "of sides means nothing here."
            ]))
        for file in report.files([.markdown, .csv, .latex, .html]) where file.name != "report.md" {
            try expect(file.text, file.name)
        }
        try expect(try readme(summary), "README.md")
    }

    @Test("the README's numbers are the ones known from the paper's reading and from tables of power")
    func numbers() throws {
        let text = try contents("README.md")
        for number in [
            "10.1–43.4", "0.017", "0.116", "11 of 22", "5 of 22", "−1.0 … 50.3", "| 90 | 97 |", "| 49 | 54 |",
            "| 30 | 35 |", "| 20 | 23 |",
        ] {
            #expect(text.contains(number), "\(number)")
        }
    }

    /// The file's votes.
    private func votes() throws -> VoteTable { try VoteTable(csv: try contents("votes.csv").utf8) }

    private func readme(_ summary: AnalysisSummary) throws -> String {
        let rows = try ["equal-iterations", "equal-time"].map { name in
            try #require(summary.rates.first { $0.condition == name && $0.method == "A" })
        }
        let lines = try rows.map { row in
            let naive = try row.naive.get()
            return
                "| \(row.condition ?? "") | \(row.wins) of \(row.votes) | \(NumberText.percent(try row.rate.get())) | "
                + "\(NumberText.percent(naive.wilson)) | \(NumberText.percent(naive.clopperPearson)) | "
                + "\(NumberText.p(naive.exactP)) |"
        }
        let difference = FourfoldTable(
            Proportion(successes: rows[0].wins, trials: rows[0].wins + rows[0].losses),
            Proportion(successes: rows[1].wins, trials: rows[1].wins + rows[1].losses))
        let points = try difference.first.rate.get() - difference.second.rate.get()
        let oneMore = try Proportion(successes: rows[1].wins + 1, trials: rows[1].votes).exactP().get()
        return """
            # A reading of the paper's two tables

            The paper behind dotchi (入江 一帆「敵対的生成ネットワークでデカイ画像を生成してみた結果 www」) prints how often people
            chose each method, in percent, and not how many votes there were. The files here are **a reading of the published
            percentages, not the paper's data**: 22 votes a table are the fewest that give 50.0 and 50.0 % in the first table
            and 22.7 and 77.3 % in the second. How many votes there really were, from how many people, and which image was on
            which side, is not known.

            - `votes.csv`: those counts. No person is named, and A stands on the left because a file must put it somewhere.
            - `runs.csv`: iterations and hours as the paper prints them.
            - `table-equal-iterations` and `table-equal-time`, each as Markdown, CSV and LaTeX: what dotchi's report makes of
              the two. The first four columns are the paper's own; it has no people, votes or intervals.
            - `report.html`: the report's page of the two, to be opened in a browser. What needs persons or images says that
              there are none.

            A test makes the tables, the page and this text, with its numbers, again from the two CSV files.

            ## What the numbers can bear, if the reading is right

            | condition | votes for A | rate [%] | Wilson 95 % [%] | Clopper–Pearson 95 % [%] | exact p |
            | --- | ---: | ---: | ---: | ---: | ---: |
            \(lines.joined(separator: "\n"))

            At equal training time B was chosen more often than chance would let it, by a hair: with one more vote for A,
            \(rows[1].wins + 1) of \(rows[1].votes), p would be \(NumberText.p(oneMore)). Whether equal time *changes* the \
            preference is another question,
            and not shown: between the two tables Fisher's exact p is \(NumberText.p(try difference.fisherP.get())), and \
            the difference of A's rates is
            \(NumberText.signed(points * 100, 1)) points with Newcombe's 95 % interval \
            \(NumberText.signed(try difference.newcombe(level: 0.95).get(), scale: 100, 1)).

            All of this takes every vote as if it came from another person. Votes of one person are alike; if the votes came
            from fewer people than there are votes, these intervals are too narrow and these p values too small.

            \(power(votes: rows[1].votes))

            """
    }

    /// What so many votes can find, and how many a study needs.
    private func power(votes: Int) -> String {
        let lines = [0.6, 0.65, 0.7, 0.75, 0.8].map { rate in
            let exact = ExactPower(rate: rate, level: 0.95)
            let needed = exact.votes(forPower: 0.8)
            let people = ClusteredPower(rate: rate, votesPerPerson: 10, intraclassCorrelation: 0.1, level: 0.95)
                .need(forPower: 0.8)?.people
            return
                "| \(NumberText.percent(rate)) | \(NumberText.percent(exact.power(votes: votes))) | "
                + "\(needed.firstCrossing) | \(needed.staysFrom) | \(people ?? 0) |"
        }
        func seen(_ rate: Double, _ votes: Int) -> String {
            NumberText.fixed(100 * ExactPower(rate: rate, level: 0.95).power(votes: votes), 0)
        }
        let teeth = (20...23).map { "\(seen(0.8, $0)) % with \($0)" }
        return """
            ## What \(votes) votes can find

            The power of the exact test of one half (two-sided, 5 %) with \(votes) independent votes, and the votes that a
            power of 80 % needs; beside them the people that it needs if each gives 10 votes with an intra-class correlation
            of 0.1 (`dotchi power --rate 0.7 --votes-per-person 10`).

            | true rate [%] | power of \(votes) votes [%] | votes that first reach 80 % | votes from which it stays | people of 10 votes |
            | ---: | ---: | ---: | ---: | ---: |
            \(lines.joined(separator: "\n"))

            Power is no rising line but a saw-tooth, because counts are whole: at a true rate of 80 % it is
            \(teeth.joined(separator: ", ")) votes. The number to plan with is the one from
            which it stays. If B is really chosen as often as in the second table, \(votes) votes show it in \
            \(seen(17 / 22, votes)) % of studies;
            a rate of 60 % they show in \(seen(0.6, votes)) %. That the first table shows no preference says little.
            """
    }

    private func contents(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Expects a committed file to say `text`; with RECORD=1 writes it and fails, as a golden file.
    private func expect(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(text.utf8).write(to: folder.appending(path: name))
            Issue.record("recorded results/paper/\(name); run again without RECORD", sourceLocation: location)
            return
        }
        #expect(
            try contents(name) == text, "differs from results/paper/\(name); RECORD=1 writes it again",
            sourceLocation: location)
    }
}
