/// How much of the votes somebody sees who looks at a study under way.
package enum BoardScope: String, Sendable, Codable, CaseIterable {
    /// How many people and votes there are, and nothing of what was chosen.
    case counts
    /// The e-values as well, which a rule by e-values lets be looked at after every person.
    case evidence
    /// The rates as well, before the study has ended, since somebody asked for them.
    case rates
    /// The rates as well, since the study has ended.
    case final

    /// What is seen under a stopping rule: whoever looks at the rates now and again before the end finds more than there is.
    ///
    /// - Parameters:
    ///   - hasEnded: whether the rule says that the study has ended; a study without a rule never has.
    ///   - isForced: whether somebody wants the rates all the same.
    package init(under rule: StoppingRule?, hasEnded: Bool, isForced: Bool) {
        if rule != nil, hasEnded {
            self = .final
        } else if isForced {
            self = .rates
        } else {
            self = rule?.kind == .eValue ? .evidence : .counts
        }
    }

    /// Whether the rates are seen.
    package var showsRates: Bool { self == .rates || self == .final }
}
