/// When a study ends, decided before the first vote.
package struct StoppingRule: Sendable, Codable, Hashable {
    /// What ends it.
    package var kind: Kind
    /// People who finish and whom no rule leaves out: with `Kind.fixed` how many the study takes, with `Kind.eValue` the
    /// most it takes, nil for any number; at least 1.
    package var people: Int?
    /// With `Kind.eValue` the probability of stopping for evidence where there is nothing to find, above 0, at most 0.5:
    /// the study may end once the e-value reaches 1/alpha. Nil with `Kind.fixed`.
    package var alpha: Double?

    /// Ends after `people` who finished and count, whatever they voted.
    package static func fixed(people: Int) -> StoppingRule {
        StoppingRule(kind: .fixed, people: people, alpha: nil)
    }

    /// Ends as soon as the e-value says so, after any person; after `people` at the latest.
    package static func eValue(alpha: Double = 0.05, people: Int? = nil) -> StoppingRule {
        StoppingRule(kind: .eValue, people: people, alpha: alpha)
    }

    /// The kinds of rule, as study.yaml names them.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// A number of people.
        case fixed
        /// Evidence that may be looked at after every person.
        case eValue = "e-value"
    }

    private init(kind: Kind, people: Int?, alpha: Double?) {
        self.kind = kind
        self.people = people
        self.alpha = alpha
    }
}
