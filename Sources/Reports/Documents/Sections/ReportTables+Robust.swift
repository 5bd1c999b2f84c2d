import Analysis
import Preference

extension ReportTables {
    /// How sure the rates are in other ways than by their interval: how alike a person's votes are, what a model of
    /// people and resampling give, on how few the lead hangs.
    func robust(_ rows: [RateRow]) -> SectionTable {
        let columns: [TextTable.Column] =
            nameColumns + [
                .init(heading: words.intraclass), .init(heading: words.designEffect),
                .init(heading: words.bootstrap, unit: "[%]"), .init(heading: words.twoWayBootstrap, unit: "[%]"),
                .init(heading: words.mixed, unit: "[%]"), .init(heading: "Clopper–Pearson", unit: "[%]"),
                .init(heading: words.votesToFlip), .init(heading: words.peopleToFlip),
            ]
        return SectionTable(
            columns,
            rows.map { row in
                let correlation = row.clustered.flatMap { $0.intraclassCorrelation.mapError(Missing.init) }
                return names(row) + [
                    tableWords.cell(correlation) { NumberText.signed($0, 3) },
                    tableWords.cell(row.clustered) { NumberText.fixed($0.designEffect, 2) },
                    tableWords.cell(row.bootstrap) { NumberText.percent($0.interval) },
                    tableWords.cell(row.twoWayBootstrap) { NumberText.percent($0.interval) },
                    tableWords.cell(row.mixed) { NumberText.percent($0.interval) },
                    row.naive.value.map { NumberText.percent($0.clopperPearson) } ?? NumberText.none,
                    tableWords.cell(row.fragility) { "\($0.votes)" },
                    tableWords.cell(row.fragility.flatMap { $0.people.mapError(Missing.init) }) { "\($0)" },
                ]
            })
    }
}
