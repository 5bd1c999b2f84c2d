import Analysis
import Preference
import Text

/// An analysis as a terminal shows it: parts one below the other, of aligned columns and whole sentences. A
/// part that nothing can be said of is left out, or says why. Lines keep to ``width`` columns where the names do.
struct TerminalReport {
    /// What the votes say.
    let summary: AnalysisSummary
    /// Names of methods for people; those left out are called by their name.
    var labels: [String: String] = [:]
    /// The words of its language.
    let words: ReportTexts

    /// How wide sentences become, in columns.
    static let width = 100
    /// With more rows than this a part shows those that tell most.
    static let mostRows = 10
    /// With more missing numbers than this a sentence names the first.
    static let mostGaps = 20
    /// With more methods than this the rates of single pairs are left to the JSON.
    static let mostMethodsInPairs = 4

    /// The tables, which the page and the Markdown have too.
    var tables: ReportTables { ReportTables(inTerminal: summary, labels: labels, words) }
    var level: String { tables.level }

    /// The whole text; lines end in a line feed.
    var text: String {
        let watermark = words.watermark(summary.simulation).map { [$0] } ?? []
        let estimates =
            summary.votes.counted == 0
            ? [] : [hypotheses, comparisons, strengths, sides, consistency, evidence, fronts, subgroups]
        return ([watermark, rates, votes] + estimates).filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The row of each method against the other, or against all others; of two methods whose rows mirror each other in
    /// everything but the side, the first alone.
    func leading(_ condition: ConditionVotes) -> [RateRow] {
        let rows = tables.rows(of: condition)
        return rows.count == 2 ? [rows[0]] : rows
    }

    /// A condition's heading; none where the votes name no conditions.
    func heading(_ condition: String?) -> String? {
        summary.conditions.count == 1 && condition == nil ? nil : name(condition)
    }

    /// A condition as sentences call it.
    func name(_ condition: String?) -> String { condition ?? words[.terminalNoCondition] }

    /// The rows of a group that tell most, in the order in which they were given.
    ///
    /// - Parameters:
    ///   - heading: What stands over the group.
    ///   - rows: All rows.
    ///   - table: The table of some of them.
    ///   - weight: How much a row tells.
    func group<Row>(
        _ heading: String?, _ rows: [Row], _ table: ([Row]) -> Table, weight: (Row) -> Double
    ) -> Table.Group {
        let weights = rows.map(weight)
        let order = rows.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
        let shown = order.prefix(Self.mostRows).sorted().map { rows[$0] }
        let hidden = rows.count - shown.count
        return Table.Group(
            heading, table(shown), hidden: hidden > 0 ? words(.terminalMore, ["count": "\(hidden)"]) : nil)
    }

    /// A part: its heading, the groups of its table, and a sentence on what is missing in them. Nothing without rows.
    func part(_ heading: String, _ groups: [Table.Group]) -> [String] {
        let lines = Table.terminal(groups.map { Table.Group($0.heading, $0.table.withoutReasons, hidden: $0.hidden) })
        return lines.isEmpty ? [] : [heading] + lines + missing(groups)
    }

    /// One sentence on all that is missing; none where nothing is.
    func missing(_ groups: [Table.Group]) -> [String] {
        let gaps = Table.gaps(groups).map { words(.terminalGap, ["name": $0.name, "why": $0.why]) }
        let rest = gaps.count - Self.mostGaps
        let more = rest > 1 ? [words(.terminalMoreGaps, ["count": "\(rest)"])] : []
        let named = ((rest > 1 ? gaps.prefix(Self.mostGaps) : gaps[...]) + more).joined(separator: words[.semicolon])
        return gaps.isEmpty ? [] : PlainText.wrapped(words(.terminalNotEstimated, ["gaps": named]))
    }
}

extension AnalysisSummary {
    /// What `dotchi analyze` prints: the rates in aligned columns, with the interval by person first and the naive one
    /// beside it, then how many votes there are, what was left out, and all that else is estimated. Lines end in a line
    /// feed.
    ///
    /// - Parameter labels: names of methods for people, as a report has them.
    package func terminalText(_ words: ReportTexts, labels: [String: String] = [:]) -> String {
        TerminalReport(summary: self, labels: labels, words: words).text
    }
}

extension PlainText {
    /// A sentence in lines of at most ``TerminalReport/width`` columns; further lines are indented.
    static func wrapped(_ sentence: String) -> [String] {
        CellText.lines(oneLine(sentence), columns: TerminalReport.width, indent: 2)
    }
}
