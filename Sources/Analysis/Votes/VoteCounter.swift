import Preference
import Study
import Votes

/// Sorts the votes on main trials: what counts, by condition, and what the rules left out.
struct VoteCounter {
    private let table: VoteTable
    /// Whether a rule of this number leaves out what it stands at.
    private let applies: (Int32) -> Bool
    private(set) var votes = VoteCounts(total: 0, counted: 0, participants: 0, simulated: 0)
    /// The conditions of the votes, by number, in the order they came up.
    private(set) var conditions: [ConditionRows] = []
    private var positions: [Int32: Int] = [:]
    private var rules = NameList()
    private var dropped: [Dropped] = []

    private struct Dropped {
        var votes = 0
        var people: Set<Int32> = []
    }

    /// The votes under one condition.
    struct ConditionRows {
        /// Number of its name.
        let condition: Int32
        /// For each method's number whether its votes know it, counted or not.
        var knows: [Bool]
        /// The rows that count.
        var counted: [Int] = []
        /// The rows of repeats by people of whom nothing is left out.
        var repeats: [Int] = []
        var votes = 0
        var simulated = 0
    }

    /// Counts all votes of a table.
    ///
    /// - Parameter rules: rules that have a row in the funnel from the start.
    /// - Parameter applies: whether the rule of this name leaves out what it stands at.
    init(_ table: VoteTable, rules: [String], applies: (String) -> Bool) throws(AnalysisError) {
        self.table = table
        let applied = table.rules.names.map(applies)
        self.applies = { $0 >= 0 && applied[Int($0)] }
        for rule in rules { _ = number(ofRule: rule) }
        var counted = [Bool](repeating: false, count: table.people.names.count)
        var number = 0
        for row in 0..<table.count {
            if table.kind[row] == .main {
                number += 1
                try add(row, number: number, people: &counted)
            } else if table.kind[row] == .repeat && table.votes[row] > 0 && !self.applies(table.rule[row]) {
                let position = position(of: table.condition[row])
                conditions[position].repeats.append(row)
            }
        }
    }

    private mutating func add(_ row: Int, number: Int, people: inout [Bool]) throws(AnalysisError) {
        let (count, person, isSimulated) = (table.votes[row], table.person[row], table.simulated[row])
        let (left, right, rule) = (table.left[row], table.right[row], table.rule[row])
        votes.total += count
        guard votes.total <= Analysis.mostVotes else { throw .tooManyVotes(number: number) }
        if isSimulated { votes.simulated += count }

        let position = position(of: table.condition[row])
        conditions[position].knows[Int(left)] = true
        conditions[position].knows[Int(right)] = true
        if applies(rule) {
            drop(count, of: person, by: table.rules.names[Int(rule)])
        } else if left == right {
            drop(count, of: person, by: ExclusionRule.sameMethod.rawValue)
        } else if count > 0 {
            votes.counted += count
            if person >= 0 && !people[Int(person)] {
                people[Int(person)] = true
                votes.participants += 1
            }
            conditions[position].counted.append(row)
            conditions[position].votes += count
            if isSimulated { conditions[position].simulated += count }
        }
    }

    /// What each rule left out: those that were given always, others where they did, in the order they came up.
    ///
    /// - Parameter planned: the share of people that a rule was expected to leave out, of those whom no rule without
    ///   such a share leaves out.
    func funnel(planned: [String: Double]) -> [FunnelRow] {
        let isPlanned = table.rules.names.map { planned[$0] != nil }
        var people: Set<Int32> = []
        for row in 0..<table.count where !planned.isEmpty && table.kind[row] == .main && table.person[row] >= 0 {
            if table.rule[row] < 0 || isPlanned[Int(table.rule[row])] { people.insert(table.person[row]) }
        }
        return zip(rules.names, dropped).map { rule, dropped in
            FunnelRow(
                rule: rule, people: dropped.people.count, votes: dropped.votes, planned: planned[rule],
                of: people.count)
        }
    }

    private mutating func drop(_ count: Int, of person: Int32, by rule: String) {
        let number = number(ofRule: rule)
        dropped[number].votes += count
        if count > 0 && person >= 0 { dropped[number].people.insert(person) }
    }

    private mutating func number(ofRule rule: String) -> Int {
        let number = Int(rules.number(of: rule))
        if number == dropped.count { dropped.append(Dropped()) }
        return number
    }

    private mutating func position(of condition: Int32) -> Int {
        if let position = positions[condition] { return position }
        positions[condition] = conditions.count
        conditions.append(
            ConditionRows(
                condition: condition, knows: Array(repeating: false, count: table.methods.names.count)))
        return conditions.count - 1
    }
}
