import Analysis
import Preference
import Study

extension TerminalReport {
    /// The evidence after the last person, what it allows, and on how few the lead hangs.
    var evidence: [String] {
        var table = TerminalTable(
            textColumns: 2,
            [
                "method", "against", "e-value", "\(level) % at any time", "advice", "votes to flip", "people to flip",
            ])
        for condition in summary.conditions {
            let rows = leading(condition).map { row -> (cells: [String], weight: Double) in
                (cells(row, &table.gaps), row.sequential.value?.logEValues.last ?? -.infinity)
            }
            table.add(heading(condition.name), rows, most: Self.mostRows)
        }
        return table.groups.isEmpty
            ? []
            : [
                "Evidence that may be looked at after every person (enough: "
                    + "\(EValueText.enough(alpha: summary.evidenceAlpha))), and what would flip the lead"
            ] + table.lines
    }

    private func cells(_ row: RateRow, _ gaps: inout TerminalGaps) -> [String] {
        let sequential = row.sequential
        let interval = sequential.flatMap(\.confidenceSequence)
        return [
            row.method, row.against ?? words.allOthers,
            gaps.cell(sequential, "e-value") { EValueText.text(logE: $0.logEValues.last ?? 0) },
            sequential.value == nil
                ? NumberText.none : gaps.cell(interval, "confidence sequence") { NumberText.percent($0) },
            sequential.value.map { summary.stopping?.interim(PageWords(language: .english)) ?? Self.text($0.advice) }
                ?? NumberText.none,
            gaps.cell(row.fragility, "votes to flip") { "\($0.votes)" },
            gaps.cell(row.fragility.flatMap { $0.people.mapError(Missing.init) }, "people to flip") { "\($0)" },
        ]
    }

    private static func text(_ advice: StoppingAdvice) -> String {
        switch advice {
        case .stopAhead: "stop: chosen more"
        case .stopBehind: "stop: chosen less"
        case .stopAtPlan: "stop: as planned"
        case .stopOutOfReach: "stop: out of reach"
        case .goOn: "go on"
        }
    }

    /// The rates by front; nothing where people answered on one alone.
    var fronts: [String] {
        guard Set(summary.fronts.map(\.front)).count > 1 else { return [] }
        var table = TerminalTable(
            textColumns: 2, ["method", "front", "rate %", byPerson, "less the others", byPerson, "p"])
        for condition in summary.conditions {
            let all = summary.fronts.filter { $0.condition == condition.name }
            let shown = condition.methods.count == 2 ? all.filter { $0.method == condition.methods[0] } : all
            let rows = shown.map { row -> (cells: [String], weight: Double) in
                let difference = row.difference
                return (
                    [
                        row.method, row.front ?? NumberText.none,
                        table.gaps.cell(row.rate, "rate", NumberText.percent),
                        table.gaps.cell(row.clustered, "interval by person") { NumberText.percent($0.interval) },
                        table.gaps.cell(difference, "difference") { NumberText.signed($0.difference * 100, 1) },
                        difference.value.map { ReportTables.points($0.interval) } ?? NumberText.none,
                        difference.value.map { NumberText.p($0.p) } ?? NumberText.none,
                    ], -(difference.value?.p ?? 1)
                )
            }
            table.add(heading(condition.name), rows, most: Self.mostRows)
        }
        return ["The fronts, each less all others, in percentage points; p is not adjusted"] + table.lines
    }
}
