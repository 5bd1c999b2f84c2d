import Analysis
import Preference

extension ReportTables {
    /// Whether a row is a single pair among more than two methods.
    func isPair(_ row: RateRow) -> Bool {
        row.against != nil && summary.conditions.contains { $0.name == row.condition && $0.methods.count > 2 }
    }

    /// The rates with their intervals.
    func rates(_ rows: [RateRow]) -> Table {
        Table(
            nameFields + [
                rateField { words.cell($0.rate) { .number($0, .percent) } },
                intervalField { words.cell($0.clustered) { .interval($0.interval, .percent) } },
                pField { $0.clustered.value?.p },
                .init("Wilson", unit: "[%]", brief: words(.terminalNaive, ["level": level])) {
                    $0.naive.value.map { .interval($0.wilson, .percent) } ?? .none
                },
                .init(words[.exactP], brief: words[.terminalExactP]) {
                    $0.naive.value.map { .number($0.exactP, .p) } ?? .none
                },
                .init(words[.wins], brief: words[.terminalWins]) { .count($0.wins) },
                .init(words[.losses], brief: words[.terminalLosses]) { .count($0.losses) },
                .init(words[.tiesHeading], brief: words[.terminalTies]) { .count($0.ties) },
                .init(words[.people]) { $0.peopleCell },
            ], rows)
    }
}
