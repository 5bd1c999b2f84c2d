import Analysis
import Preference
import Study

extension Missing {
    /// The text that says so.
    var key: ReportTexts.Key {
        switch self {
        case .undefined(let undefined): undefined.key
        case .onlyTies: .whyOnlyTies
        case .oneMethod: .whyOneMethod
        case .imagesInPart: .whyImagesInPart
        case .itemsInPart: .whyItemsInPart
        case .otherMethods: .whyOtherMethods
        case .noOneInBoth: .whyNoOneInBoth
        case .oneFront: .whyOneFront
        case .notAsked: .whyNotAsked
        }
    }
}

extension Undefined {
    /// The text that says so.
    fileprivate var key: ReportTexts.Key {
        switch self {
        case .noVotes: .whyNoVotes
        case .noPeople: .whyNoPersons
        case .onePerson: .whyOnePerson
        case .singleVotes: .whySingleVotes
        case .sameVotes: .whySameVotes
        case .spreadUnbounded: .whySpreadUnbounded
        case .fewResamples: .whyFewResamples
        case .noItems: .whyNoItems
        case .manyItems: .whyManyItems
        case .noSpread: .whyNoSpread
        case .disconnected: .whyDisconnected
        case .separated: .whySeparated
        case .orderUnbounded: .whyOrderUnbounded
        case .noTies: .whyNoTies
        case .tiesUnbounded: .whyTiesUnbounded
        case .tooUneven: .whyTooUneven
        case .drifting: .whyDrifting
        case .tooFewMethods: .whyTooFewMethods
        case .noTournament: .whyNoTournament
        case .noTriples: .whyNoTriples
        case .noRepeats: .whyNoRepeats
        case .nothingShared: .whyNothingShared
        case .oneItem: .whyOneItem
        case .manyGroups: .whyManyGroups
        case .onOnePerson: .whyOnOnePerson
        }
    }
}

extension ExclusionRule {
    /// The text that says what the rule leaves out.
    var key: ReportTexts.Key {
        switch self {
        case .simulatedPeople: .ruleSimulatedPeople
        case .notAdmitted: .ruleNotAdmitted
        case .repeatedSession: .ruleRepeatedSession
        case .incomplete: .ruleIncomplete
        case .failedCatch: .ruleFailedCatch
        case .tooFast: .ruleTooFast
        case .straightLining: .ruleStraightLining
        case .sameMethod: .ruleSameMethod
        }
    }
}

extension StoppingAdvice {
    /// The sentence that says so.
    var key: ReportTexts.Key {
        switch self {
        case .stopAhead: .stopAhead
        case .stopBehind: .stopBehind
        case .stopAtPlan: .stopAtPlan
        case .stopOutOfReach: .stopOutOfReach
        case .goOn: .goOn
        }
    }

    /// The same in the few words that a terminal has room for.
    var briefKey: ReportTexts.Key {
        switch self {
        case .stopAhead: .terminalStopAhead
        case .stopBehind: .terminalStopBehind
        case .stopAtPlan: .terminalStopAtPlan
        case .stopOutOfReach: .terminalStopOutOfReach
        case .goOn: .terminalGoOn
        }
    }
}
