import Study

/// The rules that ``VoteTable/exclude(_:withoutSimulated:)`` applied, in their order; those of the file are there where they
/// left something out.
package struct Exclusions: Sendable, Hashable {
    /// The rules.
    package let rules: [AppliedRule]

    /// The share of people that each rule is expected to leave out, 0 ... 1, by the rule's name.
    package var planned: [String: Double] {
        Dictionary(uniqueKeysWithValues: rules.compactMap { rule in rule.planned.map { (rule.name, $0) } })
    }
}

/// A rule that was applied to votes.
package struct AppliedRule: Sendable, Hashable {
    /// Its name, an ``ExclusionRule`` or one of the file.
    package let name: String
    /// The share of people that it was expected to leave out, 0 ... 1; nil where nothing was planned.
    package let planned: Double?
    /// What is to be known about how it was applied; nil where nothing is.
    package internal(set) var note: ExclusionNote?
    /// What people failed whom it left out, of the rule of failed catch trials; nil of any other.
    package internal(set) var failed: FailedAttention?

    init(_ name: String, planned: Double? = nil) {
        self.name = name
        self.planned = planned
    }
}

/// How a rule was applied to votes that do not say all that it needs.
package enum ExclusionNote: Sendable, Hashable, CustomStringConvertible {
    /// No vote names a person, so no rule about people applies.
    case noPeople
    /// No vote says how long it took.
    case noTimes
    /// There is no catch trial or check whose right answer is known.
    case noCatchTrials
    /// How much each person was asked is not in the table; taken was this number, the most that anyone answered.
    case mostAnswered(Int)

    /// The note in English.
    package var description: String {
        switch self {
        case .noPeople: "no vote names a person, so this rule left nobody out"
        case .noTimes: "no vote says how long it took, so this rule left nobody out"
        case .noCatchTrials:
            "there are no catch trials or checks with a known right answer, so this rule left nobody out"
        case .mostAnswered(let votes):
            "the votes do not say how many each person was asked for; taken was the most that anyone gave, \(votes)"
        }
    }
}
