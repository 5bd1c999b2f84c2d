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
    /// No person has two votes, so nothing is known of how alike the votes of one person are.
    case singleVotes
    /// Every vote is the same.
    case sameVotes
    /// Every person always votes the same way, so that how far people differ has no bound.
    case spreadUnbounded
    /// It exists in less than half of the resamples, so that they do not tell how it spreads.
    case fewResamples
    /// At least one vote does not say what was shown.
    case noItems
    /// More items were shown than resampling takes.
    case manyItems
    /// Every person's mean is the same, so the error between people cannot be estimated.
    case noSpread
    /// The votes fall into groups of methods that were never compared with each other.
    case disconnected
    /// A group of methods won against the others and never lost to them, so that how far it is ahead has no bound.
    case separated
    /// What stands first wins or loses so regularly that the order effect has no bound, or cannot be told.
    case orderUnbounded
    /// Nobody voted for neither, so that the share of ties has no estimate above 0.
    case noTies
    /// Wins are so orderly beside the ties that the share of ties has no bound.
    case tiesUnbounded
    /// Some counts are so small beside others that double precision cannot hold the answer.
    case tooUneven
    /// People's means changed so much on the way that no mean fits all looks.
    case drifting
    /// There are fewer than three methods.
    case tooFewMethods
    /// Nobody decided every pair of methods.
    case noTournament
    /// There are no three methods that were all compared with each other.
    case noTriples
    /// Nobody was shown two images again.
    case noRepeats
    /// No item was judged twice.
    case nothingShared
    /// Each pair of methods was judged on one item only, or on none that is named.
    case oneItem
    /// There are more sets of items that cannot be told apart than are looked for.
    case manyGroups
    /// Without one of the people there would be no estimate, so nothing is known of how it varies.
    case onOnePerson
}
