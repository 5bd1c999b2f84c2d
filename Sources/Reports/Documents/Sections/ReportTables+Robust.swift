import Analysis
import Preference

extension ReportTables {
    /// How sure the rates are in other ways than by their interval: how alike a person's votes are, what a model of
    /// people and resampling give, on how few the lead hangs.
    func robust(_ rows: [RateRow]) -> Table {
        Table(
            nameFields + [
                .init(words[.intraclass]) { row in
                    words.cell(row.clustered.flatMap { $0.intraclassCorrelation.mapError(Missing.init) }) {
                        .number($0, .signed(3))
                    }
                },
                .init(words[.designEffect]) { words.cell($0.clustered) { .number($0.designEffect, .fixed(2)) } },
                .init(words[.bootstrap], unit: "[%]") {
                    words.cell($0.bootstrap) { .interval($0.interval, .percent) }
                },
                .init(words[.twoWayBootstrap], unit: "[%]") {
                    words.cell($0.twoWayBootstrap) { .interval($0.interval, .percent) }
                },
                .init(words[.mixed], unit: "[%]") { words.cell($0.mixed) { .interval($0.interval, .percent) } },
                .init("Clopper–Pearson", unit: "[%]") {
                    $0.naive.value.map { .interval($0.clopperPearson, .percent) } ?? .none
                },
            ] + flipFields(in: .everywhere), rows)
    }

    /// The fewest votes and people whose removal brings the one in the lead to one half.
    func flipFields(in place: Table.Column.Place) -> [Table.Field<RateRow>] {
        [
            .init(words[.votesToFlip], in: place) { words.cell($0.fragility) { .count($0.votes) } },
            .init(words[.peopleToFlip], in: place) { row in
                words.cell(row.fragility.flatMap { $0.people.mapError(Missing.init) }) { .count($0) }
            },
        ]
    }
}
