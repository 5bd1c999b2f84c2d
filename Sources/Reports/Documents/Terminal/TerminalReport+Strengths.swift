import Analysis
import Preference

extension TerminalReport {
    /// The methods on one scale, where there are more than two; or the names of those that stand in the way.
    var strengths: [String] {
        let sections = zip(summary.bradleyTerry, summary.thurstone).filter { $0.0.methods.count > 2 }
        guard !sections.isEmpty else { return [] }
        let shown = sections.filter { $0.0.estimate.value != nil }
        let groups = shown.map { Table.Group(heading($0.condition), tables.strengths($0, $1)) }
        let refusals = sections.flatMap { section, _ -> [String] in
            guard let reason = tables.refusalReason(section) else { return [] }
            guard let condition = heading(section.condition) else {
                return PlainText.wrapped(words(.terminalNoScale, ["reason": reason]))
            }
            return PlainText.wrapped(words(.terminalNoScaleUnder, ["condition": condition, "reason": reason]))
        }
        let lines = part(words[.terminalStrengths], groups)
        return (lines.isEmpty ? [words[.terminalStrengths]] : lines + [words[.terminalAlikeNote]]) + refusals
    }
}
