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
            return PlainText.wrapped(brief.noScale(under: heading(section.condition), reason))
        }
        let lines = part(brief.strengths, groups)
        return (lines.isEmpty ? [brief.strengths] : lines + [brief.alikeNote]) + refusals
    }
}
