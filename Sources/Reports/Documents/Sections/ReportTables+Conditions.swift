import Analysis
import Preference

extension ReportTables {
    /// Comparisons that are not shown; they are in the JSON.
    var hiddenComparisons: Int { summary.comparisons.count - summary.tellingComparisons.count }

    /// The same method under two conditions.
    var comparisons: SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: words.conditions, isNumber: false), .init(heading: tableWords.method, isNumber: false),
            .init(heading: words.difference, unit: words.points),
            .init(heading: tableWords.interval(level), unit: words.pointsByPerson),
            .init(heading: tableWords.pByPerson), .init(heading: "Newcombe", unit: words.points),
            .init(heading: "Fisher p"), .init(heading: "McNemar p"),
        ]
        let rows = summary.tellingComparisons.map { row in
            [
                "\(row.conditions.first ?? NumberText.none) − \(row.conditions.second ?? NumberText.none)",
                label(row.method), tableWords.cell(row.difference) { NumberText.signed($0 * 100, 1) },
                tableWords.cell(row.clustered) { Self.points($0.interval) },
                row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                row.naive.value.map { Self.points($0.newcombe) } ?? NumberText.none,
                row.naive.value.map { NumberText.p($0.fisherP) } ?? NumberText.none,
                tableWords.cell(row.mcNemarP, NumberText.p),
            ]
        }
        return SectionTable(columns, rows)
    }

    /// The rates by front; nothing where people answered on one alone.
    var fronts: SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.condition, isNumber: false), .init(heading: tableWords.method, isNumber: false),
            .init(heading: words.front, isNumber: false), .init(heading: tableWords.rate, unit: "[%]"), intervalColumn,
            .init(heading: words.difference, unit: words.points),
            .init(heading: tableWords.interval(level), unit: words.pointsByPerson),
            .init(heading: tableWords.pByPerson),
        ]
        let isAlone = Set(summary.fronts.map(\.front)).count < 2
        let rows = (isAlone ? [] : summary.fronts).map { row in
            [
                row.condition ?? NumberText.none, label(row.method), row.front ?? NumberText.none,
                tableWords.cell(row.rate, NumberText.percent),
                tableWords.cell(row.clustered) { NumberText.percent($0.interval) },
                tableWords.cell(row.difference) { NumberText.signed($0.difference * 100, 1) },
                row.difference.value.map { Self.points($0.interval) } ?? NumberText.none,
                row.difference.value.map { NumberText.p($0.p) } ?? NumberText.none,
            ]
        }
        return SectionTable(columns, rows)
    }

    /// An interval of differences in percentage points: `−3.1 … 12.0`.
    static func points(_ interval: Interval) -> String { NumberText.signed(interval, scale: 100, 1) }
}
