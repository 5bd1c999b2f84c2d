import Analysis
import Preference
import Study

extension TerminalReport {
    /// Whether people favour a side.
    var sides: [String] { part(words[.terminalSides], [Table.Group(nil, tables.sides)]) }

    /// Whether people contradict themselves, and how far they agree; a row a statistic and a column a condition. A
    /// statistic that exists under none has no row, only its reasons.
    var consistency: [String] {
        let all = tables.consistency
        var table = all
        table.rows = all.rows.filter { row in row.dropFirst().contains { !$0.isMissing } }
        let lines =
            Table.terminal([Table.Group(nil, table.withoutReasons)]) + missing([Table.Group(nil, all)])
            + summary.unitNotes(words).flatMap(PlainText.wrapped)
        return lines.isEmpty ? [] : [words[.consistency]] + lines
    }
}
