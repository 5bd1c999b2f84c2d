import Analysis
import Preference

extension ReportTables {
    /// What the last person who finished leaves as evidence, and what it allows.
    var evidence: SectionTable {
        let columns: [TextTable.Column] =
            nameColumns + [
                .init(heading: chartWords.eValue), .init(heading: words.confidenceSequence, unit: "[%]"),
                .init(heading: words.whatToDo, isNumber: false),
            ]
        let rows = summary.votes.counted == 0 ? [] : summary.conditions.flatMap(rows)
        return SectionTable(
            columns,
            rows.map { row in
                names(row) + [
                    tableWords.cell(row.sequential) { EValueText.text(logE: $0.logEValues.last ?? 0) },
                    row.sequential.value.map { tableWords.cell($0.confidenceSequence, NumberText.percent) }
                        ?? NumberText.none,
                    row.sequential.value.map(advice) ?? NumberText.none,
                ]
            })
    }

    /// What to do after the last person; while a fixed number of people is not reached, that says what.
    func advice(_ sequential: SequentialRate) -> String {
        summary.stopping?.interim(words) ?? words.advice(sequential.advice)
    }
}
