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
            let planned = row.planned.map { " (\(words[.planned])\(words[.colon])\(NumberText.percent($0)) %)" }
            return words.name(ofRuleIn: row) + (planned ?? "")
        }
        let applied =
            rules.isEmpty ? [] : [words[.rulesApplied] + words[.colon] + rules.joined(separator: words[.comma])]
        return words[.nothingLeftOut] + words.gap
            + ([words.counts(summary.votes)] + applied).joined(separator: words[.stop]) + words[.fullStop]
    }

    /// What each rule left out, beside what was planned.
    var funnel: Table {
        Table(
            [
                .init(words[.rule], .left) { .text(words.name(ofRuleIn: $0)) },
                .init(words[.people]) { .count($0.people) },
                .init(words[.votes]) { .count($0.votes) },
                .init(words[.shareOfPeople], unit: "[%]") { share($0).map { .number($0, .percent) } ?? .none },
                .init(words[.planned], unit: "[%]") { $0.planned.map { .number($0, .percent) } ?? .none },
                .init(words[.alarmColumn], .left) { row in
                    row.alarm.map { .text($0 ? "▲ \(words[.farMore])" : words[.noAlarm]) } ?? .none
                },
            ], summary.funnel)
    }

    /// A sentence for each rule that left out far more people than planned.
    var alarms: [String] {
        summary.funnel.filter { $0.alarm == true }.map { words(.alarm, ["rule": words.name(ofRuleIn: $0)]) }
    }

    /// The rates with the rules, and without them.
    var withAndWithout: Table {
        let pairs = summary.conditions.flatMap { condition in
            rows(of: condition).compactMap { row in withoutExclusions(row).map { (row: row, other: $0) } }
        }
        return Table(
            nameFields.map { field in
                Table.Field<(row: RateRow, other: RateRow)>(field.column) { field.cell($0.row) }
            } + [
                .init(words[.withRules], unit: "[%]") { rate($0.row) },
                .init(words[.withoutRules], unit: "[%]") { rate($0.other) },
                .init(words[.difference], unit: words[.points]) { pair in
                    pair.row.rate.value.flatMap { rate in pair.other.rate.value.map { .number(rate - $0, .points) } }
                        ?? .none
                },
            ], pairs, caption: words[.withAndWithout])
    }

    /// The same rate without exclusions.
    func withoutExclusions(_ row: RateRow) -> RateRow? {
        summary.withoutExclusions.first {
            $0.condition == row.condition && $0.method == row.method && $0.against == row.against
        }
    }

    /// A rate with its interval by person.
    private func rate(_ row: RateRow) -> Table.Cell {
        words.cell(row.rate) { rate in
            .estimate(
                rate, row.clustered.map(\.interval).mapError { .init(words.why($0)) }, .percent)
        }
    }
}
