import Analysis
import Preference

extension TerminalReport {
    /// The rates by condition.
    var rates: [String] {
        guard !summary.rates.isEmpty else { return [words.noRates] }
        var table = TerminalTable(
            textColumns: 2,
            [
                "method", "against", "rate %", byPerson, "p", "naive \(level) %", "exact p", "won", "lost", "tied",
                "people",
            ])
        var hidden = 0
        for condition in summary.conditions {
            let all = summary.rates.filter { $0.condition == condition.name }
            let shown =
                condition.methods.count > Self.mostMethodsInPairs ? all.filter { $0.against == nil } : all
            hidden += all.count - shown.count
            table.add(heading(condition.name), shown.map { (cells($0), 0) })
        }
        return table.lines + (hidden > 0 ? ["\(hidden) rates of one method against another are in --json."] : [])
    }

    private func cells(_ row: RateRow) -> [String] {
        [
            row.method, row.against ?? words.allOthers,
            row.rate.value.map(NumberText.percent) ?? NumberText.none,
            words.cell(row.clustered) { NumberText.percent($0.interval) },
            row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
            row.naive.value.map { NumberText.percent($0.wilson) } ?? NumberText.none,
            row.naive.value.map { NumberText.p($0.exactP) } ?? NumberText.none,
            "\(row.wins)", "\(row.losses)", "\(row.ties)", row.peopleText,
        ]
    }

    /// A method under two conditions.
    var comparisons: [String] {
        guard !summary.comparisons.isEmpty else { return [] }
        var table = TerminalTable(
            textColumns: 1, ["method", "difference", byPerson, "p", "Fisher p", "McNemar p"])
        let hidden = summary.comparisons.count - summary.tellingComparisons.count
        var rows = summary.tellingComparisons[...]
        while let first = rows.first {
            let pair = rows.prefix { $0.conditions == first.conditions }
            rows = rows.dropFirst(pair.count)
            let shown = pair.count == 2 ? pair.prefix(1) : pair
            let lines = shown.map { row -> (cells: [String], weight: Double) in
                (cells(row, &table.gaps), -row.tellingP)
            }
            table.add(
                "\(name(first.conditions.first)) less \(name(first.conditions.second))", lines, most: Self.mostRows)
        }
        return ["The conditions compared, in percentage points; p is not adjusted"] + table.lines
            + (hidden > 0 ? ["Those of the smallest p are shown; \(hidden) more are in --json."] : [])
    }

    private func cells(_ row: ConditionComparison, _ gaps: inout TerminalGaps) -> [String] {
        let difference = gaps.cell(row.difference, "difference") { NumberText.signed($0 * 100, 1) }
        guard row.difference.value != nil else {
            return [row.method, difference] + Array(repeating: NumberText.none, count: 4)
        }
        return [
            row.method, difference,
            gaps.cell(row.clustered, "interval by person") { ReportTables.points($0.interval) },
            row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
            row.naive.value.map { NumberText.p($0.fisherP) } ?? NumberText.none,
            gaps.cell(row.mcNemarP, "McNemar p", NumberText.p),
        ]
    }
}
