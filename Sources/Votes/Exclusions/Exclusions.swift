import Study

/// Which rows of a table of votes are left out, and by which rule: see ``VoteTable/exclusions(_:withoutSimulated:asked:)``.
package struct Exclusions: Sendable, Hashable {
    /// The rules that were applied, in their order; those of the file are there where they left something out.
    package let rules: [AppliedRule]
    /// For each row the place in ``rules`` of the first rule that leaves it out, or -1 where it counts.
    package let codes: [Int32]
    /// People with a vote that is no simulated one's and of no repeated session: what `planned` is a share of.
    package let people: Int
    /// Names of those people who have not answered all that they were asked, sorted; none where the table does not say
    /// how much that was. Whether they are left out is for the rule `incomplete` to say.
    package let unfinished: [String]

    /// The rule that leaves a row out, by its name; nil where it counts.
    package subscript(row: Int) -> String? { codes[row] < 0 ? nil : rules[Int(codes[row])].name }

    /// The share of people that each rule is expected to leave out, 0 ... 1, by the rule's name.
    package var planned: [String: Double] {
        Dictionary(uniqueKeysWithValues: rules.compactMap { rule in rule.planned.map { (rule.name, $0) } })
    }
}

/// A rule of a funnel: what it left out.
package struct AppliedRule: Sendable, Hashable {
    /// Its name, an ``ExclusionRule`` or one of the file.
    package let name: String
    /// The share of people that it was expected to leave out, 0 ... 1; nil where nothing was planned.
    package let planned: Double?
    /// People who lost a vote on a main trial by it.
    package internal(set) var people = 0
    /// Votes on main trials that it left out. With those that count they are all.
    package internal(set) var votes = 0
    /// What is to be known about how it was applied; nil where nothing is.
    package internal(set) var note: ExclusionNote?

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
    /// There is no catch trial whose right answer is known.
    case noCatchTrials
    /// How much each person was asked is not in the table; taken was this number, the most that anyone answered.
    case mostAnswered(Int)
    /// How much each person was asked is not in the table; taken was this number, which was given.
    case given(Int)

    /// The note in English.
    package var description: String {
        switch self {
        case .noPeople: "no vote names a person, so this rule left nobody out"
        case .noTimes: "no vote says how long it took, so this rule left nobody out"
        case .noCatchTrials: "there are no catch trials with a known right answer, so this rule left nobody out"
        case .mostAnswered(let votes):
            "the votes do not say how many each person was asked for; taken was the most that anyone gave, \(votes)"
        case .given(let votes): "complete is who answered \(votes.counted("trial"))"
        }
    }
}
