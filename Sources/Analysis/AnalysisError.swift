/// Why votes cannot be counted at all.
package enum AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A judgement stands for fewer than 0 votes; `number` is its position, from 1.
    case negativeCount(number: Int, count: Int)
    /// The votes up to judgement `number` (from 1) are more than ``Analysis/mostVotes``.
    case tooManyVotes(number: Int)

    /// What was wrong, where, what was expected.
    package var description: String {
        switch self {
        case .negativeCount(let number, let count):
            "vote \(number) has count \(count); a count is 0 or more"
        case .tooManyVotes(let number):
            "the counts up to vote \(number) add up to more than \(Analysis.mostVotes) votes; is one mistyped?"
        }
    }
}
