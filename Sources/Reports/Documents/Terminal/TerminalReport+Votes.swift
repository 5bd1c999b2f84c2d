import Analysis
import Preference
import Study

extension TerminalReport {
    /// How many votes there are, what each rule left out beside what was planned, and what that does to the rates.
    var votes: [String] {
        [words.counts(summary.votes) + "."]
            + (summary.stopping?.notice(.english).map(PlainText.wrapped) ?? [])
            + summary.funnel.filter { $0.votes > 0 }.flatMap(leftOut)
            + withoutExclusions
    }

    private func leftOut(_ row: FunnelRow) -> [String] {
        var people = "\(row.people)"
        if let planned = row.planned, let all = row.outOf, all > 0 {
            let share = NumberText.percent(Double(row.people) / Double(all))
            people += " of \(all), \(share) % (planned: \(NumberText.percent(planned)) %)"
        }
        let line = "Left out (\(words.name(ofRule: row.rule))): votes \(row.votes), people \(people)."
        let alarm = "ALARM: that is far more than planned; the rule or the study may be at fault."
        return PlainText.wrapped(line) + (row.alarm == true ? [alarm] : [])
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
            let under = heading(condition.name).map { " under \($0)" } ?? ""
            let text = { (row: RateRow) in
                words.text(row.rate) { rate in
                    "\(NumberText.percent(rate)) %"
                        + (row.clustered.value.map { " (\(NumberText.percent($0.interval)))" } ?? "")
                }
            }
            return PlainText.wrapped(
                "Without exclusions \(most.row.method)\(under) has \(text(most.other)), with them \(text(most.row))"
                    + (pairs.count > 1 ? "; no other method changes more." : "."))
        }
    }
}
