import Preference
import Study

/// Sorts judgements as they come: what counts, by condition, and what the rules left out.
struct VoteCounter {
    private(set) var votes = VoteCounts(total: 0, counted: 0, participants: 0, simulated: 0)
    /// The conditions of the votes in the order they came up.
    private(set) var conditions: [ConditionCount] = []
    private var positions: [String?: Int] = [:]
    private var people: [String: Int] = [:]
    private var counted: Set<Int> = []
    private var dropped: [String: Dropped] = [:]
    private var rules: [String]

    private struct Dropped {
        var votes = 0
        var people: Set<String> = []
    }

    /// Nothing counted yet; `rules` have a row in the funnel from the start.
    init(rules: [String]) { self.rules = rules }

    /// Counts judgement `number` (from 1, for messages).
    mutating func add(_ judgement: Judgement, number: Int) throws(AnalysisError) {
        guard judgement.count >= 0 else { throw .negativeCount(number: number, count: judgement.count) }
        let (total, overflow) = votes.total.addingReportingOverflow(judgement.count)
        guard !overflow, total <= Analysis.mostVotes else { throw .tooManyVotes(number: number) }
        votes.total = total
        if judgement.simulated { votes.simulated += judgement.count }

        let position = position(of: judgement.condition)
        let methods = conditions[position].methods(of: judgement)
        if let rule = judgement.excluded ?? (judgement.left == judgement.right ? Analysis.sameMethod : nil) {
            drop(judgement, by: rule)
        } else if judgement.count > 0 {
            votes.counted += judgement.count
            let person = judgement.participant.map { self.person($0) }
            if let person, counted.insert(person).inserted { votes.participants += 1 }
            conditions[position].add(judgement, methods: methods, person: person)
        }
    }

    /// What each rule left out: those that were given always, others where they did, in the order they came up.
    var funnel: [FunnelRow] {
        rules.map { rule in
            let dropped = dropped[rule] ?? Dropped()
            return FunnelRow(rule: rule, people: dropped.people.count, votes: dropped.votes)
        }
    }

    private mutating func drop(_ judgement: Judgement, by rule: String) {
        if !rules.contains(rule) { rules.append(rule) }
        dropped[rule, default: Dropped()].votes += judgement.count
        if judgement.count > 0, let participant = judgement.participant {
            dropped[rule]?.people.insert(participant)
        }
    }

    private mutating func position(of condition: String?) -> Int {
        if let position = positions[condition] { return position }
        positions[condition] = conditions.count
        conditions.append(ConditionCount(name: condition))
        return conditions.count - 1
    }

    private mutating func person(_ participant: String) -> Int {
        if let person = people[participant] { return person }
        people[participant] = people.count
        return people.count - 1
    }
}
