/// A number that the votes can bear, or why they cannot; never NaN.
package typealias Estimate<Value> = Result<Value, Undefined>

/// Why a number does not exist.
package enum Undefined: Error, Hashable, CaseIterable {
    /// Nothing was counted.
    case noVotes
    /// At least one vote does not say whose it is.
    case noPeople
    /// All votes are of one person, so nothing is known of how people differ.
    case onePerson
    /// Every person's mean is the same, so the error between people cannot be estimated.
    case noSpread

    /// The reason, for the reader of a table.
    package var why: String {
        switch self {
        case .noVotes: "no votes"
        case .noPeople: "votes without persons"
        case .onePerson: "votes of one person only"
        case .noSpread: "every person has the same mean, so the error between people cannot be estimated"
        }
    }
}
