import Analysis
import Preference

extension ReportTables {
    /// The share of the people that a rule was planned for, or else of all, whom it left out.
    func share(_ row: FunnelRow) -> Double? {
        (row.outOf ?? contents.people).flatMap { $0 > 0 ? Double(row.people) / Double($0) : nil }
    }

    /// That no vote was left out, of how many, and by which rules; nil where one was.
    var nothingLeftOut: String? {
        guard summary.funnel.allSatisfy({ $0.votes == 0 }) else { return nil }
        let rules = summary.funnel.map { row in
            let planned = row.planned.map { " (\(chartWords.planned)\(words.colon)\(NumberText.percent($0)) %)" }
            return tableWords.name(ofRule: row.rule) + (planned ?? "")
        }
        let applied = rules.isEmpty ? [] : [words.rulesApplied + words.colon + rules.joined(separator: words.comma)]
        return tableWords.nothingLeftOut + words.gap
            + ([tableWords.counts(summary.votes)] + applied).joined(separator: words.stop) + words.word(".", "。")
    }

    /// What each rule left out, beside what was planned.
    var funnel: SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: tableWords.rule, isNumber: false), .init(heading: tableWords.people),
            .init(heading: tableWords.votes), .init(heading: words.shareOfPeople, unit: "[%]"),
            .init(heading: chartWords.planned, unit: "[%]"), .init(heading: words.alarmColumn, isNumber: false),
        ]
        let rows = summary.funnel.map { row in
            [
                tableWords.name(ofRule: row.rule), "\(row.people)", "\(row.votes)",
                share(row).map(NumberText.percent) ?? NumberText.none,
                row.planned.map(NumberText.percent) ?? NumberText.none,
                row.alarm.map { $0 ? "▲ \(chartWords.alarm)" : words.noAlarm } ?? NumberText.none,
            ]
        }
        return SectionTable(columns, rows)
    }

    /// A sentence for each rule that left out far more people than planned.
    var alarms: [String] {
        summary.funnel.filter { $0.alarm == true }.map { words.alarm(tableWords.name(ofRule: $0.rule)) }
    }

    /// The rates with the rules, and without them.
    var withAndWithout: SectionTable {
        let rows = summary.conditions.flatMap { condition in
            self.rows(of: condition).compactMap { row -> [String]? in
                let other = summary.withoutExclusions.first {
                    $0.condition == row.condition && $0.method == row.method && $0.against == row.against
                }
                guard let other else { return nil }
                let difference = row.rate.value.flatMap { rate in other.rate.value.map { rate - $0 } }
                return names(row) + [
                    rate(row), rate(other), difference.map { NumberText.signed($0 * 100, 1) } ?? NumberText.none,
                ]
            }
        }
        return SectionTable(
            nameColumns + [
                .init(heading: words.withRules, unit: "[%]"), .init(heading: words.withoutRules, unit: "[%]"),
                .init(heading: words.difference, unit: words.points),
            ], rows, caption: words.withAndWithout)
    }

    /// A rate with its interval by person.
    private func rate(_ row: RateRow) -> String {
        let beside =
            row.clustered.value.map { NumberText.percent($0.interval) } ?? row.clustered.why.map(tableWords.why)
        return tableWords.cell(row.rate) { "\(NumberText.percent($0)) (\(beside ?? NumberText.none))" }
    }
}
