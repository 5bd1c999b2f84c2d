import Preference
import Study

extension ReportTables {
    /// What was expected before the first vote, beside what the votes say.
    var hypotheses: SectionTable {
        let tests = contents.hypotheses.map { hypothesis in
            (hypothesis: hypothesis, row: row(of: hypothesis.claim), p: p(of: hypothesis.claim))
        }
        let known = tests.compactMap(\.p)
        var adjusted = known.holmAdjusted[...]
        let several = known.count > 1
        let rows = tests.map { test -> [String] in
            let holm = test.p == nil ? nil : adjusted.popFirst()
            let cells = [
                test.hypothesis.name, claim(test.hypothesis),
                test.row.map { tableWords.cell($0.rate, NumberText.percent) } ?? NumberText.none,
                test.row.map { tableWords.cell($0.clustered) { NumberText.percent($0.interval) } } ?? NumberText.none,
                test.p.map(NumberText.p) ?? NumberText.none,
            ]
            return cells + (several ? [holm.map(NumberText.p) ?? NumberText.none] : []) + [
                verdict(test.hypothesis, test.row, p: holm)
            ]
        }
        let columns: [TextTable.Column] =
            [
                .init(heading: words.hypothesis, isNumber: false), .init(heading: words.claim, isNumber: false),
                .init(heading: tableWords.rate, unit: "[%]"), intervalColumn,
                .init(heading: tableWords.pByPerson),
            ] + (several ? [.init(heading: words.holmP)] : []) + [.init(heading: words.finding, isNumber: false)]
        return SectionTable(columns, rows)
    }

    /// The rate that a claim is about.
    private func row(of claim: Hypothesis.Claim?) -> RateRow? {
        guard let claim else { return nil }
        let rows = summary.rates.filter { $0.condition == claim.condition && $0.method == claim.method }
        guard let against = claim.against else { return rows.first { $0.against == nil } ?? rows.first }
        return rows.first { $0.against == against }
    }

    /// The p by person of a claim: of one side where it names one.
    private func p(of claim: Hypothesis.Claim?) -> Double? {
        guard let claim, let estimate = row(of: claim)?.clustered.value else { return nil }
        let isAbove = estimate.rate > 0.5
        return switch claim.direction {
        case .twoSided: estimate.p
        case .greater: isAbove ? estimate.p / 2 : 1 - estimate.p / 2
        case .less: isAbove ? 1 - estimate.p / 2 : estimate.p / 2
        }
    }

    private func claim(_ hypothesis: Hypothesis) -> String {
        let claim = hypothesis.claim.map { claim in
            let sign =
                switch claim.direction {
                case .greater: ">"
                case .less: "<"
                case .twoSided: "≠"
                }
            let against = claim.against.map(label) ?? tableWords.allOthers
            return "\(label(claim.method)) / \(against) (\(claim.condition)) \(sign) 50 %"
        }
        return [hypothesis.statement, claim].compactMap(\.self).joined(separator: " – ")
    }

    private func verdict(_ hypothesis: Hypothesis, _ row: RateRow?, p: Double?) -> String {
        guard hypothesis.claim != nil else { return words.inWordsOnly }
        guard let row else { return words.notAsked }
        guard let p else { return tableWords.cell(row.clustered) { _ in "" } }
        return p < 1 - summary.level ? words.supported : words.notShown
    }
}
