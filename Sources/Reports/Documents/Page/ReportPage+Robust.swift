import Preference

extension ReportPage {
    /// How sure the rates are in other ways than by their interval: how alike a person's votes are, what resampling
    /// gives, on how few the lead hangs.
    func robustTable(_ rows: [RateRow]) -> String {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.condition, isNumber: false),
            .init(heading: tableWords.method, isNumber: false),
            .init(heading: tableWords.against, isNumber: false), .init(heading: words.intraclass),
            .init(heading: words.designEffect), .init(heading: words.bootstrap, unit: "[%]"),
            .init(heading: words.twoWayBootstrap, unit: "[%]"), .init(heading: words.votesToFlip),
            .init(heading: words.peopleToFlip),
        ]
        return HTML.table(
            columns: columns,
            rows: rows.map { row in
                let correlation = row.clustered.flatMap { $0.intraclassCorrelation.mapError(Missing.init) }
                return [
                    row.condition ?? NumberText.none, label(row.method), row.against.map(label) ?? tableWords.allOthers,
                    tableWords.cell(correlation) { NumberText.signed($0, 3) },
                    tableWords.cell(row.clustered) { NumberText.fixed($0.designEffect, 2) },
                    tableWords.cell(row.bootstrap) { NumberText.percent($0.interval) },
                    tableWords.cell(row.twoWayBootstrap) { NumberText.percent($0.interval) },
                    tableWords.cell(row.fragility) { "\($0.votes)" },
                    tableWords.cell(row.fragility.flatMap { $0.people.mapError(Missing.init) }) { "\($0)" },
                ]
            })
    }
}
