import Analysis
import Preference
import Study

extension TerminalReport {
    /// The evidence after the last person, what it allows, and on how few the lead hangs.
    var evidence: [String] {
        let groups = summary.conditions.map { condition in
            group(heading(condition.name), leading(condition), tables.evidence) {
                $0.sequential.value?.logEValues.last ?? -.infinity
            }
        }
        return part(words(.terminalEvidence, ["enough": EValueText.enough(alpha: summary.evidenceAlpha)]), groups)
    }

    /// The rates by what people answered about themselves.
    var subgroups: [String] {
        let groups = summary.conditions.map { condition in
            let all = summary.subgroups.filter { $0.condition == condition.name }
            let shown = condition.methods.count == 2 ? all.filter { $0.method == condition.methods[0] } : all
            return group(heading(condition.name), shown, tables.subgroups) { -($0.difference.value?.p ?? 1) }
        }
        return part(words[.terminalSubgroups], groups)
    }

    /// The rates by front; nothing where people answered on one alone.
    var fronts: [String] {
        let groups = summary.conditions.map { condition in
            let all = summary.fronts.filter { $0.condition == condition.name }
            let shown = condition.methods.count == 2 ? all.filter { $0.method == condition.methods[0] } : all
            return group(heading(condition.name), shown, tables.fronts) { -($0.difference.value?.p ?? 1) }
        }
        return part(words[.terminalFronts], groups)
    }
}
