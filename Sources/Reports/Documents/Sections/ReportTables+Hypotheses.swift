import Analysis
import Preference
import Study

extension ReportTables {
    /// What was expected before the first vote, beside what the votes say.
    var hypotheses: SectionTable {
        let several = summary.hypotheses.count { $0.holmP != nil } > 1
        let rows = summary.hypotheses.map { test -> [String] in
            let cells = [
                test.hypothesis.name,
                test.hypothesis.text(label: label, allOthers: tableWords.allOthers),
                test.row.map { tableWords.cell($0.rate, NumberText.percent) } ?? NumberText.none,
                test.row.map { tableWords.cell($0.clustered) { NumberText.percent($0.interval) } } ?? NumberText.none,
                test.p.value.map(NumberText.p) ?? NumberText.none,
            ]
            return cells + (several ? [test.holmP.map(NumberText.p) ?? NumberText.none] : []) + [verdict(test)]
        }
        let columns: [TextTable.Column] =
            [
                .init(heading: words.hypothesis, isNumber: false), .init(heading: words.claim, isNumber: false),
                .init(heading: tableWords.rate, unit: "[%]"), intervalColumn,
                .init(heading: tableWords.pByPerson),
            ] + (several ? [.init(heading: words.holmP)] : []) + [.init(heading: words.finding, isNumber: false)]
        return SectionTable(columns, rows)
    }

    private func verdict(_ test: HypothesisTest) -> String {
        guard test.hypothesis.claim != nil else { return words.inWordsOnly }
        guard let row = test.row else { return words.notAsked }
        guard let isSupported = test.isSupported(level: summary.level) else {
            return tableWords.cell(row.clustered) { _ in "" }
        }
        if let interim = summary.stopping?.interim(words) { return interim }
        return isSupported ? words.supported : words.notShown
    }
}
