import Analysis
import Preference
import Study

extension ReportTables {
    /// What was expected before the first vote, beside what the votes say.
    var hypotheses: Table {
        let several = summary.hypotheses.count { $0.holmP != nil } > 1
        let fields: [Table.Field<HypothesisTest>] = [
            .init(words[.hypothesis], .left) { .text($0.hypothesis.name) },
            .init(words[.claim], .left) { .text($0.hypothesis.text(label: label, allOthers: words[.allOthers])) },
            rateField { $0.row.map { words.cell($0.rate) { .number($0, .percent) } } ?? .none },
            intervalField { $0.row.map { words.cell($0.clustered) { .interval($0.interval, .percent) } } ?? .none },
            pField(\.p.value),
            .init(words[.finding], .left) { verdict($0) },
        ]
        let holm = Table.Field<HypothesisTest>(words[.holmP]) { $0.holmP.map { .number($0, .p) } ?? .none }
        return Table(several ? fields.dropLast() + [holm] + fields.suffix(1) : fields, summary.hypotheses)
    }

    private func verdict(_ test: HypothesisTest) -> Table.Cell {
        guard test.hypothesis.claim != nil else { return .text(words[.inWordsOnly]) }
        guard let row = test.row else { return .text(words[.noSuchVotes]) }
        guard let isSupported = test.isSupported(level: summary.level) else {
            return words.cell(row.clustered) { _ in .text("") }
        }
        if let interim = words.interim(summary.stopping) { return .text(interim) }
        return .text(isSupported ? words[.supported] : words[.notShown])
    }
}
