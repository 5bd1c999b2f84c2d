import Analysis
import Preference

extension TerminalReport {
    /// The rates by condition; why a number does not exist stands beside its dash.
    var rates: [String] {
        guard !summary.rates.isEmpty else { return [words[.noRates]] }
        var hidden = 0
        let groups = summary.conditions.map { condition in
            let all = summary.rates.filter { $0.condition == condition.name }
            let shown =
                condition.methods.count > Self.mostMethodsInPairs ? all.filter { $0.against == nil } : all
            hidden += all.count - shown.count
            return Table.Group(heading(condition.name), tables.rates(shown))
        }
        return Table.terminal(groups) + (hidden > 0 ? [words(.terminalPairs, ["count": "\(hidden)"])] : [])
    }

    /// A method under two conditions; of two methods one, whose numbers are the other's with the sign changed.
    var comparisons: [String] {
        var groups: [Table.Group] = []
        let hidden = tables.hiddenComparisons
        var rows = summary.tellingComparisons[...]
        while let first = rows.first {
            let pair = rows.prefix { $0.conditions == first.conditions }
            rows = rows.dropFirst(pair.count)
            let heading = words(
                .terminalLess, ["first": name(first.conditions.first), "second": name(first.conditions.second)])
            groups.append(
                group(heading, Array(pair.count == 2 ? pair.prefix(1) : pair), tables.comparisons) { -$0.tellingP })
        }
        return part(words[.terminalComparisons], groups)
            + (hidden > 0 ? PlainText.wrapped(words(.terminalMoreComparisons, ["count": "\(hidden)"])) : [])
    }
}
