import Preference
import Testing

@testable import Reports

@Suite("A table and its renderings")
struct TableTests {
    /// A method with a rate, or why it has none.
    private struct Row {
        var method: String
        var rate: Result<Double, Table.Gap>
    }

    private func table(_ rows: [Row]) -> Table {
        Table(
            [
                .init("method", .left) { .text($0.method) },
                .init("selection rate", unit: "[%]", brief: "rate %", what: "rate", key: "rate") { row in
                    switch row.rate {
                    case .success(let rate): .number(rate, .percent)
                    case .failure(let gap): .missing(gap)
                    }
                },
                .init("interval", unit: "[%]", in: .page, isInterval: true) { row in
                    switch row.rate {
                    case .success(let rate): .interval(Interval(low: rate / 2, high: 1), .percent)
                    case .failure(let gap): .missing(gap)
                    }
                },
                .init("votes", in: .terminal, key: "votes") { _ in .count(7) },
            ], rows)
    }

    private var rows: [Row] {
        [Row(method: "方法A", rate: .success(0.5)), Row(method: "B", rate: .failure(.init("no votes")))]
    }

    @Test("a terminal has short headings, columns of its own, and no column that needs more room")
    func terminal() {
        #expect(
            table(rows).terminal == """
                method        rate %  votes
                方法A           50.0      7
                B       – (no votes)      7
                """)
        #expect(table([]).terminal.isEmpty)
    }

    @Test("columns stand under each other also below Japanese names, which take two cells a character")
    func wide() {
        let rows = [("方法A/条件", 500, "in use"), ("B/equal-time", 12, "")]
        let table = Table(
            [
                .init("pool", .left) { .text($0.0) }, .init("images") { .count($0.1) },
                .init("state", .left) { .text($0.2) },
            ], rows)
        #expect(
            table.terminal == """
                pool          images  state
                方法A/条件       500  in use
                B/equal-time      12
                """)
    }

    @Test("a reason that two cells of a row share stands in the last of them, and beneath is named once")
    func reasons() {
        let gap = Table.Gap("no votes")
        var table = Table([.init("a"), .init("b"), .init("c")], [[.missing(gap), .count(1), .missing(gap)]])
        #expect(table.terminal == "a  b             c\n–  1  – (no votes)")
        table.rows.append([.missing(gap), .missing(.init("no votes", what: "d")), .none])
        #expect(
            Table.gaps([.init(nil, table)]).map { "\($0.name) (\($0.why))" } == [
                "a (no votes)", "c (no votes)", "d (no votes)",
            ])
        #expect(table.withoutReasons.terminal == "a  b  c\n–  1  –\n–  –  –")
    }

    @Test("groups stand under one head, each under its heading; those without rows have none")
    func groups() {
        let groups = [
            Table.Group("first", table([rows[0]])), Table.Group("none", table([])),
            Table.Group("second", table([rows[0]]), hidden: "3 more"),
        ]
        #expect(
            Table.terminal(groups) == [
                "  method  rate %  votes", "first", "  方法A     50.0      7", "second", "  方法A     50.0      7",
                "  3 more",
            ])
    }

    @Test("Markdown, HTML and LaTeX have headings with units, and each reason beside its dash")
    func pages() {
        let table = table(rows)
        #expect(
            table.markdown == """
                | method | selection rate [%] | interval [%] |
                | --- | ---: | ---: |
                | 方法A | 50.0 | 25.0–100.0 |
                | B | – (no votes) | – (no votes) |
                """)
        #expect(table.html.contains("<th class=\"number\">selection rate [%]</th>"))
        #expect(table.html.contains("<td class=\"number\">– (no votes)</td></tr>"))
        #expect(table.latex().contains("\\begin{tabular}{@{}lrr@{}}"))
        #expect(self.table([]).markdown.isEmpty && self.table([]).html.isEmpty)
    }

    @Test("CSV splits an interval into its ends, and says in a note what a row lacks")
    func csv() {
        #expect(
            table(rows).csv(low: "low", high: "high") == """
                method,selection rate [%],interval [%] low,interval [%] high,note
                方法A,50.0,25.0,100.0,
                B,,,,rate: no votes

                """)
    }

    @Test("programs get unrounded numbers by the names of the columns, and nothing where there is none")
    func data() {
        let table = table([Row(method: "A", rate: .success(1.0 / 3))] + rows.suffix(1))
        #expect(table.dataCSV == "rate,votes\n0.3333333333333333,7\n,7\n")
        #expect(
            table.json
                == .array([
                    .object([.init("rate", .number(1.0 / 3)), .init("votes", .integer(7))]),
                    .object([.init("rate", .null), .init("votes", .integer(7))]),
                ]))
    }

    @Test("the interval of an estimate stands in parentheses, or why there is none")
    func estimate() {
        let cells: [Table.Cell] = [
            .estimate(0.5, .success(Interval(low: 0.1, high: 0.9)), .percent),
            .estimate(-0.25, .failure(.init("one person only")), .signed(2)), .count(1_234_567_890, .megabytes),
            .missing(shown: "all"),
        ]
        #expect(cells.map(\.text) == ["50.0 (10.0–90.0)", "−0.25 (one person only)", "1235", "all"])
    }
}
