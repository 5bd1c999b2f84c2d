package import Preference

/// Why a number does not exist. The raw value is the `why` beside the null in `dotchi analyze --json`.
package enum Missing: String, Error, Sendable, Hashable, CaseIterable {
    /// Nobody voted.
    case noVotes = "no votes"
    /// Every vote was a tie, which counts as neither win nor loss.
    case onlyTies = "only ties"
    /// There is no other method to win or lose against.
    case oneMethod = "one method only"
    /// At least one of the votes names no person, so nothing is known of how alike the votes of one person are.
    case noPersons = "votes without person"
    /// The votes that it rests on come from one person, whoever else voted.
    case onePerson = "from one person only"
    /// No person voted twice, so nothing is known of how alike the votes of one person are.
    case singleVotes = "one vote per person"
    /// Every vote is the same.
    case sameVotes = "all votes alike"
    /// Every person always votes the same way, so that how far persons differ has no bound.
    case spreadUnbounded = "persons who never change"
    /// It exists in less than half of the resamples.
    case fewResamples = "resamples without it"
    /// No vote says which images were shown.
    case noItems = "no images"
    /// Some votes say which images were shown, and others do not.
    case imagesInPart = "votes without image"
    /// Some votes say which item was judged, and others do not.
    case itemsInPart = "votes without item"
    /// There are more images than resampling takes.
    case manyItems = "too many images"
    /// Every person chose in the same proportion, so the spread between persons cannot be estimated.
    case noSpread = "all persons alike"
    /// The votes fall into groups of methods that were never compared with each other.
    case disconnected = "methods never compared"
    /// A group of methods won against the others and never lost to them.
    case separated = "methods that never lost"
    /// The votes do not bound the effect of which image is presented first.
    case orderUnbounded = "order effect without bound"
    /// Nobody voted for neither, so that the share of ties has no estimate above 0.
    case noTies = "no ties"
    /// The votes do not bound the share of ties.
    case tiesUnbounded = "share of ties without bound"
    /// Some counts are so small beside others that double precision cannot hold the answer.
    case tooUneven = "counts too uneven"
    /// People's means changed on the way, so that no mean fits all looks.
    case drifting = "people changed on the way"
    /// There are fewer than three methods.
    case tooFewMethods = "fewer than three methods"
    /// Nobody decided every pair of methods.
    case noTournament = "no person with all pairs"
    /// There are no three methods that were all compared with each other.
    case noTriples = "no three methods compared"
    /// Nobody was shown two images again.
    case noRepeats = "no repeats"
    /// No item was judged twice.
    case nothingShared = "no item judged twice"
    /// Each pair of methods was judged on one item only.
    case oneItem = "one item a pair only"
    /// There are more sets of methods that cannot be told apart than anybody reads.
    case manyGroups = "more than 1000 groups"
    /// Without one of the people there would be no estimate.
    case onOnePerson = "rests on one person"

    /// The two conditions do not have the same methods.
    case otherMethods = "conditions of other methods"
    /// Nobody voted under both conditions.
    case noOneInBoth = "nobody in both"
    /// All votes come from one front.
    case oneFront = "one front only"

    /// Nobody asked for it, as for what is not resampled a second time.
    case notAsked = "not asked for"

    /// The reason that the statistics give.
    package init(_ undefined: Undefined) {
        switch undefined {
        case .noVotes: self = .noVotes
        case .noPeople: self = .noPersons
        case .onePerson: self = .onePerson
        case .singleVotes: self = .singleVotes
        case .sameVotes: self = .sameVotes
        case .spreadUnbounded: self = .spreadUnbounded
        case .fewResamples: self = .fewResamples
        case .noItems: self = .noItems
        case .manyItems: self = .manyItems
        case .noSpread: self = .noSpread
        case .disconnected: self = .disconnected
        case .separated: self = .separated
        case .orderUnbounded: self = .orderUnbounded
        case .noTies: self = .noTies
        case .tiesUnbounded: self = .tiesUnbounded
        case .tooUneven: self = .tooUneven
        case .drifting: self = .drifting
        case .tooFewMethods: self = .tooFewMethods
        case .noTournament: self = .noTournament
        case .noTriples: self = .noTriples
        case .noRepeats: self = .noRepeats
        case .nothingShared: self = .nothingShared
        case .oneItem: self = .oneItem
        case .manyGroups: self = .manyGroups
        case .onOnePerson: self = .onOnePerson
        }
    }
}
