import Preference

extension ReportPage {
    /// What the rules left out, and the rates with and without those votes.
    var exclusions: Section {
        let steps = summary.funnel.map { row in
            FunnelChart.Step(
                rule: tableWords.name(ofRule: row.rule), votes: row.votes, people: row.people,
                share: contents.people.flatMap { $0 > 0 ? Double(row.people) / Double($0) : nil },
                planned: row.planned, alarm: row.alarm ?? false)
        }
        let chart = FunnelChart(
            title: words.exclusions, votes: summary.votes.total, steps: steps, words: chartWords)
        let alarms = steps.filter(\.alarm).map {
            HTML.paragraph("▲ \(words.alarm($0.rule))", style: "notice")
        }
        let nothing = summary.funnel.allSatisfy { $0.votes == 0 } ? HTML.paragraph(tableWords.nothingLeftOut) : ""
        return Section(
            "exclusions", words.exclusions,
            alarms + [
                nothing, steps.isEmpty ? "" : figure(chart, note: words.exclusionsNote, watermark: watermark),
                withAndWithout,
            ])
    }

    private var withAndWithout: String {
        let rows = summary.conditions.flatMap { condition in
            self.rows(of: condition).compactMap { row -> [String]? in
                let other = summary.withoutExclusions.first {
                    $0.condition == row.condition && $0.method == row.method && $0.against == row.against
                }
                guard let other else { return nil }
                let difference = row.rate.value.flatMap { rate in other.rate.value.map { rate - $0 } }
                return [
                    row.condition ?? NumberText.none, label(row.method), row.against.map(label) ?? tableWords.allOthers,
                    rate(row), rate(other), difference.map { NumberText.signed($0 * 100, 1) } ?? NumberText.none,
                ]
            }
        }
        guard !rows.isEmpty else { return "" }
        return HTML.table(
            columns: [
                .init(heading: tableWords.condition, isNumber: false),
                .init(heading: tableWords.method, isNumber: false),
                .init(heading: tableWords.against, isNumber: false), .init(heading: words.withRules, unit: "[%]"),
                .init(heading: words.withoutRules, unit: "[%]"), .init(heading: words.difference, unit: words.points),
            ], rows: rows, caption: words.withAndWithout)
    }

    /// A rate with its interval by person.
    private func rate(_ row: RateRow) -> String {
        let beside =
            row.clustered.value.map { NumberText.percent($0.interval) } ?? row.clustered.why.map(tableWords.why)
        return tableWords.cell(row.rate) { "\(NumberText.percent($0)) (\(beside ?? NumberText.none))" }
    }
}
