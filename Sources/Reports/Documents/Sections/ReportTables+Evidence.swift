import Analysis
import Preference

extension ReportTables {
    /// The rows of ``evidence(_:)`` under all conditions.
    var evidenceRows: [RateRow] { summary.votes.counted == 0 ? [] : summary.conditions.flatMap(rows) }

    /// What the last person who finished leaves as evidence, and what it allows; in a terminal also on how few the lead
    /// hangs.
    func evidence(_ rows: [RateRow]) -> Table {
        Table(
            nameFields + [
                .init(words[.eValue]) {
                    words.cell($0.sequential) { .text(EValueText.text(logE: $0.logEValues.last ?? 0)) }
                },
                .init(
                    words[.confidenceSequence], unit: "[%]", brief: words(.terminalAtAnyTime, ["level": level]),
                    what: words[.confidenceSequence]
                ) { row in
                    row.sequential.value.map { words.cell($0.confidenceSequence) { .interval($0, .percent) } } ?? .none
                },
                .init(words[.whatToDo], isInTerminal ? .right : .left) { row in
                    row.sequential.value.map { .text(advice($0)) } ?? .none
                },
            ] + flipFields(in: .terminal), rows)
    }

    /// What to do after the last person; while a fixed number of people is not reached, that says what.
    func advice(_ sequential: SequentialRate) -> String {
        words.interim(summary.stopping)
            ?? (isInTerminal ? words[sequential.advice.briefKey] : words[sequential.advice.key])
    }
}
