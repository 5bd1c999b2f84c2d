import Analysis
import Preference
import Study

extension TerminalReport {
    /// How many votes there are, what each rule left out beside what was planned, and what that does to the rates.
    var votes: [String] {
        [words.counts(summary.votes) + words[.fullStop]]
            + (words.interimNotice(summary.stopping).map(PlainText.wrapped) ?? [])
            + summary.funnel.filter { $0.votes > 0 }.flatMap(leftOut)
            + withoutExclusions
            + (words.reportedImages(summary.reportedImages).map(PlainText.wrapped) ?? [])
    }

    private func leftOut(_ row: FunnelRow) -> [String] {
        let (rule, votes, people) = (words.name(ofRuleIn: row), "\(row.votes)", "\(row.people)")
        var line = words(.terminalLeftOut, ["rule": rule, "votes": votes, "people": people])
        if let planned = row.planned, let all = row.outOf, all > 0 {
            line = words(
                .terminalLeftOutPlanned,
                [
                    "rule": rule, "votes": votes, "people": people, "all": "\(all)",
                    "share": NumberText.percent(Double(row.people) / Double(all)),
                    "planned": NumberText.percent(planned),
                ])
        }
        return PlainText.wrapped(line) + (row.alarm == true ? PlainText.wrapped(words[.terminalAlarm]) : [])
    }

    /// For each condition the rate that differs most without exclusions; nothing where none of its votes come back.
    private var withoutExclusions: [String] {
        summary.conditions.flatMap { condition -> [String] in
            let pairs = leading(condition).compactMap { row in
                tables.withoutExclusions(row).map { (row: row, other: $0) }
            }
            let changed = pairs.filter { $0.row.votes != $0.other.votes }
            func change(_ pair: (row: RateRow, other: RateRow)) -> Double {
                guard let rate = pair.row.rate.value, let other = pair.other.rate.value else { return 1 }
                return abs(rate - other)
            }
            guard let most = changed.max(by: { change($0) < change($1) }) else { return [] }
            let method = heading(condition.name).map {
                words(.terminalUnder, ["name": tables.label(most.row.method), "condition": $0])
            }
            let text = { (row: RateRow) in
                words.text(row.rate) { rate in
                    "\(NumberText.percent(rate)) %"
                        + (row.clustered.value.map { " (\(NumberText.percent($0.interval)))" } ?? "")
                }
            }
            return PlainText.wrapped(
                words(
                    .terminalWithoutExclusions,
                    [
                        "method": method ?? tables.label(most.row.method), "without": text(most.other),
                        "with": text(most.row),
                        "others": pairs.count > 1 ? words[.terminalNoOther] : "",
                    ]))
        }
    }
}
