import Analysis
import Preference

/// An analysis as a terminal shows it, in English: parts one below the other, of aligned columns and whole sentences. A
/// part that nothing can be said of is left out, or says why. Lines keep to ``width`` columns where the names do.
struct TerminalReport {
    /// What the votes say.
    let summary: AnalysisSummary

    /// How wide sentences become, in columns.
    static let width = 100
    /// With more rows than this a part shows those that tell most.
    static let mostRows = 10
    /// With more methods than this the rates of single pairs are left to the JSON.
    static let mostMethodsInPairs = 4

    var words: Wording { .english }
    var level: String { NumberText.level(summary.level) }
    var byPerson: String { "\(level) % by person" }

    /// The whole text; lines end in a line feed.
    var text: String {
        let watermark = words.watermark(summary.simulation).map { [$0] } ?? []
        let estimates =
            summary.votes.counted == 0
            ? [] : [hypotheses, comparisons, strengths, sides, consistency, evidence, fronts]
        return ([watermark, rates, votes] + estimates).filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The row of each method against the other, or against all others; of two methods whose rows mirror each other in
    /// everything but the side, the first alone.
    func leading(_ condition: ConditionVotes) -> [RateRow] {
        let rows = summary.leadingRates(of: condition)
        return rows.count == 2 ? [rows[0]] : rows
    }

    /// A condition's heading; none where the votes name no conditions.
    func heading(_ condition: String?) -> String? {
        summary.conditions.count == 1 && condition == nil ? nil : name(condition)
    }

    /// A condition as sentences call it.
    func name(_ condition: String?) -> String { condition ?? "no condition" }
}

extension AnalysisSummary {
    /// What `dotchi analyze` prints: the rates in aligned columns, with the interval by person first and the naive one
    /// beside it, then how many votes there are, what was left out, and all that else is estimated. Lines end in a line
    /// feed.
    package var terminalText: String { TerminalReport(summary: self).text }
}
