import Analysis
import Preference

extension ReportTables {
    /// Comparisons that are not shown; they are in the JSON.
    var hiddenComparisons: Int { summary.comparisons.count - summary.tellingComparisons.count }

    /// The same method under two conditions.
    func comparisons(_ rows: [ConditionComparison]) -> Table {
        Table(
            [
                .init(words[.conditions], .left, in: .page) {
                    .text(
                        "\($0.conditions.first ?? NumberText.none) − \($0.conditions.second ?? NumberText.none)")
                },
                methodField(\.method),
                .init(words[.difference], unit: words[.points], brief: words[.difference], what: words[.difference]) {
                    words.cell($0.difference) { .number($0, .points) }
                },
                intervalField(unit: words[.pointsByPerson]) {
                    words.cell($0.clustered) { .interval($0.interval, .points) }
                },
                pField { $0.clustered.value?.p },
                .init("Newcombe", unit: words[.points], in: .page) {
                    $0.naive.value.map { .interval($0.newcombe, .points) } ?? .none
                },
                .init("Fisher p") { $0.naive.value.map { .number($0.fisherP, .p) } ?? .none },
                .init("McNemar p") { words.cell($0.mcNemarP) { .number($0, .p) } },
            ], rows)
    }

    /// The rates by front; nothing where people answered on one alone.
    func fronts(_ rows: [FrontRow]) -> Table {
        let isAlone = Set(summary.fronts.map(\.front)).count < 2
        return Table(
            [
                conditionField(\.condition), methodField(\.method),
                .init(words[.front], .left) { .text($0.front.map(words.front) ?? NumberText.none) },
                rateField { words.cell($0.rate) { .number($0, .percent) } },
                intervalField { words.cell($0.clustered) { .interval($0.interval, .percent) } },
                .init(
                    words[.difference], unit: words[.points], brief: words[.terminalLessOthers],
                    what: words[.difference]
                ) {
                    words.cell($0.difference) { .number($0.difference, .points) }
                },
                .init(
                    words(.interval, ["level": level]), unit: words[.pointsByPerson],
                    brief: words(.terminalByPerson, ["level": level])
                ) { $0.difference.value.map { .interval($0.interval, .points) } ?? .none },
                pField { $0.difference.value?.p },
            ], isAlone ? [] : rows)
    }
}
