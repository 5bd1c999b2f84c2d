/// How much of the votes somebody sees who looks at a study under way.
package enum BoardScope: String, Sendable, Codable, CaseIterable {
    /// How many people and votes there are, and nothing of what was chosen.
    case counts
    /// The e-values as well, which a rule by e-values lets be looked at after every person.
    case evidence
    /// The rates as well.
    case rates

    /// What may be seen under a stopping rule before the study has ended, and after: whoever looks at the rates now and again before
    /// the end finds more than there is.
    ///
    /// - Parameter hasEnded: whether the rule says that the study has ended; a study without a rule never has.
    package init(under rule: StoppingRule?, hasEnded: Bool) {
        self = rule != nil && hasEnded ? .rates : rule?.kind == .eValue ? .evidence : .counts
    }
}
