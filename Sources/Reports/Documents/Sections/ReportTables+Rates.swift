import Analysis
import Preference

extension ReportTables {
    /// Whether a row is a single pair among more than two methods.
    func isPair(_ row: RateRow) -> Bool {
        row.against != nil && summary.conditions.contains { $0.name == row.condition && $0.methods.count > 2 }
    }

    /// The rates with their intervals.
    func rates(_ rows: [RateRow]) -> SectionTable {
        let table = tableWords
        let columns: [TextTable.Column] =
            nameColumns + [
                .init(heading: table.rate, unit: "[%]"), intervalColumn, .init(heading: table.pByPerson),
                .init(heading: "Wilson", unit: "[%]"), .init(heading: table.exactP), .init(heading: table.wins),
                .init(heading: table.losses), .init(heading: table.tiesHeading), .init(heading: table.people),
            ]
        return SectionTable(
            columns,
            rows.map { row in
                names(row) + [
                    table.cell(row.rate, NumberText.percent),
                    table.cell(row.clustered) { NumberText.percent($0.interval) },
                    row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                    row.naive.value.map { NumberText.percent($0.wilson) } ?? NumberText.none,
                    row.naive.value.map { NumberText.p($0.exactP) } ?? NumberText.none,
                    "\(row.wins)", "\(row.losses)", "\(row.ties)", row.peopleText,
                ]
            })
    }
}
