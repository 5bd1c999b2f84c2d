import Analysis
import Preference
import Study

extension TerminalReport {
    /// Whether people favour a side.
    var sides: [String] {
        var table = TerminalTable(
            textColumns: 1,
            ["condition", "left", "right", "left %", byPerson, "p", "people biased", "order effect", "p"])
        for (section, strengths) in zip(summary.sides, summary.bradleyTerry) where section.left + section.right > 0 {
            let bias = section.bias
            let clustered = bias.flatMap { $0.clustered.mapError(Missing.init) }
            let effect = strengths.estimate.flatMap { $0.orderEffect.mapError(Missing.init) }
            let judged = bias.value?.people.compactMap { try? $0.get() } ?? []
            let biased = judged.count { $0.holmP < 1 - summary.level }
            table.add(
                nil,
                [
                    (
                        [
                            section.condition ?? "all votes", "\(section.left)", "\(section.right)",
                            bias.value.flatMap { try? $0.left.rate.get() }.map(NumberText.percent) ?? NumberText.none,
                            table.gaps.cell(clustered, "interval by person") { NumberText.percent($0.interval) },
                            clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                            judged.isEmpty ? NumberText.none : "\(biased) of \(judged.count)",
                            table.gaps.cell(effect, "order effect") { NumberText.signed($0.value, 3) },
                            effect.value.map { table.gaps.cell($0.p, "p of the order effect", NumberText.p) }
                                ?? NumberText.none,
                        ], 0
                    )
                ])
        }
        return table.groups.isEmpty
            ? [] : ["Left or right; the order effect is the log-odds for the left image"] + table.lines
    }

    /// Whether people contradict themselves, and how far they agree; a row a statistic and a column a condition.
    var consistency: [String] {
        var table = TerminalTable(
            textColumns: 1, ["statistic"] + summary.conditions.map { heading($0.name) ?? "all votes" })
        let (consistency, agreement) = (summary.consistency, summary.agreement)
        func add<Value>(_ name: String, _ values: [Result<Value, Missing>], _ text: (Value) -> String) {
            guard values.contains(where: { $0.value != nil }) else {
                // With two methods nobody asks for triads.
                for why in values.compactMap(\.why) where why != .undefined(.tooFewMethods) {
                    table.gaps.note(name, why)
                }
                return
            }
            table.add(nil, [([name] + values.map { table.gaps.cell($0, name, text) }, 0)])
        }
        add("pairs shown again, answered alike", consistency.map(\.repeats)) { repeats in
            let share = (try? repeats.alike.rate.get()).map { " (\(NumberText.percent($0)) %)" } ?? ""
            return "\(repeats.alike.successes) of \(repeats.alike.trials)\(share)"
        }
        add("circular triads, mean of people", consistency.map(\.triads)) { NumberText.fixed($0.mean, 3) }
        add("people without any", consistency.map(\.triads)) { "\($0.peopleWithNone) of \($0.people.count)" }
        add("triples against weak, moderate, strong transitivity", consistency.map(\.transitivity)) {
            "\($0.weak), \($0.moderate), \($0.strong) of \($0.triples)"
        }
        add("Krippendorff's alpha", agreement.map(\.alpha)) { NumberText.signed($0.alpha, 3) }
        if agreement.contains(where: { $0.alpha.value != nil }) {
            let intervals = agreement.map { $0.alpha.flatMap { $0.interval.mapError(Missing.init) } }
            add("its \(level) % interval", intervals) { NumberText.signed($0, 3) }
        }
        add("Kendall's u, of people who decided every pair", agreement.map(\.kendallU)) {
            "\(NumberText.signed($0.u, 3)) (\($0.people) of \($0.people + $0.incomplete))"
        }
        let lines = table.lines + summary.unitNotes(.english).flatMap(PlainText.wrapped)
        return lines.isEmpty ? [] : ["Consistency and agreement"] + lines
    }
}
