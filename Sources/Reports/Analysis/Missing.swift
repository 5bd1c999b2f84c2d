import Preference

/// Why a number does not exist. The raw value is the `why` beside the null in `dotchi analyze --json`.
package enum Missing: String, Error, Sendable, Hashable, CaseIterable {
    /// Nobody voted.
    case noVotes = "no votes"
    /// Every vote was a tie, which counts as neither win nor loss.
    case onlyTies = "only ties"
    /// There is no other method to win or lose against.
    case oneMethod = "one method only"
    /// At least one of the votes names no person, so nothing is known of how alike the votes of one person are.
    case noPersons = "no persons"
    /// All votes come from one person.
    case onePerson = "one person only"
    /// Every person chose in the same proportion, so the spread between persons cannot be estimated.
    case noSpread = "all persons alike"

    /// The reason that the statistics give.
    init(_ undefined: Undefined) {
        switch undefined {
        case .noVotes: self = .noVotes
        case .noPeople: self = .noPersons
        case .onePerson: self = .onePerson
        case .noSpread: self = .noSpread
        }
    }
}
