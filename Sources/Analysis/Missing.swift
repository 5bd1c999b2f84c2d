package import Preference

/// Why a number does not exist.
package enum Missing: Error, Sendable, Hashable {
    /// The statistics leave it undefined.
    case undefined(Undefined)
    /// Every vote was a tie, which counts as neither win nor loss.
    case onlyTies
    /// There is no other method to win or lose against.
    case oneMethod
    /// The two conditions do not have the same methods.
    case otherMethods
    /// Nobody voted under both conditions.
    case noOneInBoth
    /// All votes come from one front.
    case oneFront
    /// Some votes say which images were shown, and others do not.
    case imagesInPart
    /// Some votes say which item was judged, and others do not.
    case itemsInPart
    /// Nobody asked for it, as for what is not resampled a second time.
    case notAsked

    /// The reason that the statistics give.
    package init(_ undefined: Undefined) { self = .undefined(undefined) }

    /// Why: what stands beside the null in `dotchi analyze --json`.
    package var words: String {
        switch self {
        case .undefined(let undefined): undefined.words
        case .onlyTies: "only ties"
        case .oneMethod: "one method only"
        case .otherMethods: "conditions of other methods"
        case .noOneInBoth: "nobody in both"
        case .oneFront: "one front only"
        case .imagesInPart: "votes without image"
        case .itemsInPart: "votes without item"
        case .notAsked: "not asked for"
        }
    }
}

extension Undefined {
    fileprivate var words: String {
        switch self {
        case .noVotes: "no votes"
        case .noPeople: "votes without person"
        case .onePerson: "from one person only"
        case .singleVotes: "one vote per person"
        case .sameVotes: "all votes alike"
        case .spreadUnbounded: "persons who never change"
        case .fewResamples: "resamples without it"
        case .noItems: "no images"
        case .manyItems: "too many images"
        case .noSpread: "all persons alike"
        case .disconnected: "methods never compared"
        case .separated: "methods that none of the others beat"
        case .orderUnbounded: "order effect without bound"
        case .noTies: "no ties"
        case .tiesUnbounded: "share of ties without bound"
        case .tooUneven: "counts too uneven"
        case .drifting: "people changed on the way"
        case .tooFewMethods: "fewer than three methods"
        case .noTournament: "no person with all pairs"
        case .noTriples: "no three methods compared"
        case .noRepeats: "no repeats"
        case .nothingShared: "no item judged twice"
        case .oneItem: "one item a pair only"
        case .manyGroups: "more than 1000 groups"
        case .onOnePerson: "rests on one person"
        }
    }
}
