import Preference
import Study

/// Sorts the judgements of main trials: what counts, by condition, and what the rules left out.
struct VoteCounter {
    private let table: JudgementTable
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

    /// The judgements under one condition.
    struct ConditionRows {
        /// Number of its name.
        let condition: Int32
        /// For each method's number whether its votes know it, counted or not.
        var knows: [Bool]
        /// Places of the judgements that count.
        var counted: [Int] = []
        /// Places of the repeats by people of whom nothing is left out.
        var repeats: [Int] = []
        var votes = 0
        var simulated = 0
    }

    /// Counts all judgements of a table.
    ///
    /// - Parameter rules: rules that have a row in the funnel from the start.
    /// - Parameter applies: whether the rule of this name leaves out what it stands at.
    init(_ table: JudgementTable, rules: [String], applies: (String) -> Bool) throws(AnalysisError) {
        self.table = table
        let applied = table.rules.names.map(applies)
        self.applies = { $0 >= 0 && applied[Int($0)] }
        for rule in rules { _ = number(ofRule: rule) }
        var counted = [Bool](repeating: false, count: table.people.names.count)
        var number = 0
        for (place, row) in table.rows.enumerated() {
            if row.kind == .main {
                number += 1
                try add(row, at: place, number: number, people: &counted)
            } else if row.kind == .repeat && row.count > 0 && !self.applies(row.rule) {
                let position = position(of: row.condition)
                conditions[position].repeats.append(place)
            }
        }
    }

    private mutating func add(
        _ row: JudgementTable.Row, at place: Int, number: Int, people: inout [Bool]
    ) throws(AnalysisError) {
        guard row.count >= 0 else { throw .negativeCount(number: number, count: row.count) }
        let (total, overflow) = votes.total.addingReportingOverflow(row.count)
        guard !overflow, total <= Analysis.mostVotes else { throw .tooManyVotes(number: number) }
        votes.total = total
        if row.simulated { votes.simulated += row.count }

        let position = position(of: row.condition)
        conditions[position].knows[Int(row.left)] = true
        conditions[position].knows[Int(row.right)] = true
        if applies(row.rule) {
            drop(row, by: table.rules.names[Int(row.rule)])
        } else if row.left == row.right {
            drop(row, by: ExclusionRule.sameMethod.rawValue)
        } else if row.count > 0 {
            votes.counted += row.count
            if row.person >= 0 && !people[Int(row.person)] {
                people[Int(row.person)] = true
                votes.participants += 1
            }
            conditions[position].counted.append(place)
            conditions[position].votes += row.count
            if row.simulated { conditions[position].simulated += row.count }
        }
    }

    /// What each rule left out: those that were given always, others where they did, in the order they came up.
    ///
    /// - Parameter planned: the share of people that a rule was expected to leave out, of those whom no rule without
    ///   such a share leaves out.
    func funnel(planned: [String: Double]) -> [FunnelRow] {
        let isPlanned = table.rules.names.map { planned[$0] != nil }
        let people =
            planned.isEmpty
            ? []
            : Set(
                table.rows.lazy.filter {
                    $0.kind == .main && $0.person >= 0 && ($0.rule < 0 || isPlanned[Int($0.rule)])
                }
                .map(\.person))
        return zip(rules.names, dropped).map { rule, dropped in
            FunnelRow(
                rule: rule, people: dropped.people.count, votes: dropped.votes, planned: planned[rule],
                of: people.count)
        }
    }

    private mutating func drop(_ row: JudgementTable.Row, by rule: String) {
        let number = number(ofRule: rule)
        dropped[number].votes += row.count
        if row.count > 0 && row.person >= 0 { dropped[number].people.insert(row.person) }
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
