import Analysis
import Preference

extension ReportTables {
    /// The rows of ``evidence(_:)`` under all conditions.
    var evidenceRows: [RateRow] { summary.votes.counted == 0 ? [] : summary.conditions.flatMap(rows) }

    /// What the last person who finished leaves as evidence, and what it allows; in a terminal also on how few the lead
    /// hangs.
    func evidence(_ rows: [RateRow]) -> Table {
        let table = tableWords
        return Table(
            nameFields + [
                .init(chartWords.eValue) {
                    table.cell($0.sequential) { .text(EvidenceChart.text(logE: $0.logEValues.last ?? 0)) }
                },
                .init(
                    words.confidenceSequence, unit: "[%]", brief: brief.atAnyTime(level), what: words.confidenceSequence
                ) { row in
                    row.sequential.value.map { table.cell($0.confidenceSequence) { .interval($0, .percent) } } ?? .none
                },
                .init(words.whatToDo, isInTerminal ? .right : .left) { row in
                    row.sequential.value.map { .text(advice($0)) } ?? .none
                },
            ] + flipFields(in: .terminal), rows)
    }

    /// What to do after the last person; while a fixed number of people is not reached, that says what.
    func advice(_ sequential: SequentialRate) -> String {
        summary.stopping?.interim(words)
            ?? (isInTerminal ? brief.advice(sequential.advice) : words.advice(sequential.advice))
    }
}
