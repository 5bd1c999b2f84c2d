import Parallel
import Preference
import Votes

/// The votes that count under one condition, with methods and people by number, as the statistics take them.
struct ConditionSample {
    /// The condition's name; nil where there are none.
    let name: String?
    /// Its methods, in the order of the tables.
    let methods: [String]
    /// For each method's number in the table its place among ``methods``; -1 where the condition does not know it.
    let numbers: [Int]
    /// The rows of the table that count.
    let rows: [Int]
    /// The rows of repeats.
    let repeats: [Int]
    /// Names of all people of the votes, by their places.
    let people: [String]
    /// For each person when they finished, as a place among all; nil where they are still answering.
    let finishes: [Int?]
    /// All votes.
    let table: VoteTable
    /// The votes that count: methods by their places in ``methods``, people by theirs in ``people``.
    let comparisons: [Comparison]
    /// The same, counted by person and pair of methods; nil where there are fewer than two methods.
    let counts: PersonPairCounts?
    /// What was judged in them.
    let units: JudgedUnits
    /// How many votes there are.
    let summary: ConditionVotes

    /// The votes of `rows`; none where it is nil.
    ///
    /// - Parameters:
    ///   - name: The condition's name.
    ///   - methods: Its methods, in the order of the tables.
    ///   - rows: What was counted.
    ///   - table: All votes.
    ///   - people: The people of the votes in their order.
    init(
        name: String?, methods: [String], rows: VoteCounter.ConditionRows?, of table: VoteTable,
        people: PeopleOrder
    ) {
        self.name = name
        self.methods = methods
        self.table = table
        self.people = people.names
        self.rows = rows?.counted ?? []
        repeats = rows?.repeats ?? []
        finishes = people.finishes(self.rows, of: table)
        units = JudgedUnits(self.rows, of: table)
        summary = ConditionVotes(
            name: name, methods: methods, votes: rows?.votes ?? 0, simulated: rows?.simulated ?? 0, units: units)
        let places = Dictionary(uniqueKeysWithValues: methods.enumerated().map { ($1, $0) })
        let numbers = table.methods.names.map { places[$0] ?? -1 }
        self.numbers = numbers
        let counted = self.rows
        comparisons = Array(onAllCores: counted.count) { number in
            let row = counted[number]
            return Comparison(
                left: numbers[Int(table.left[row])], right: numbers[Int(table.right[row])],
                outcome: .init(table.choice[row]), person: people.place(of: table.person[row]), count: table.votes[row])
        }
        counts = methods.count < 2 ? nil : PersonPairCounts(items: methods.count, comparisons: comparisons)
    }

    /// The condition's methods: those `listed`, then those of `order` that have votes, then the others by name.
    static func methods(
        _ rows: VoteCounter.ConditionRows?, of table: VoteTable, listed: [String], order: [String]
    ) -> [String] {
        var left = Set(zip(table.methods.names, rows?.knows ?? []).filter(\.1).map(\.0)).union(listed)
        let known = (listed + order).filter { left.remove($0) != nil }
        return known + left.sorted()
    }
}
