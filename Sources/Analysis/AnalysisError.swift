/// Why votes cannot be counted at all.
package enum AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The votes up to main trial `number` (from 1) are more than ``Analysis/mostVotes``.
    case tooManyVotes(number: Int)

    /// What was wrong, where, what was expected.
    package var description: String {
        switch self {
        case .tooManyVotes(let number):
            "the counts up to vote \(number) add up to more than \(Analysis.mostVotes) votes; is one mistyped?"
        }
    }
}
