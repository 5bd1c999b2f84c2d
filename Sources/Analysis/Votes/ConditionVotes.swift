/// One condition of an analysis: who met, in how many votes.
package struct ConditionVotes: Sendable, Hashable {
    /// Its name; nil where there are none.
    package var name: String?
    /// Names of its methods, in the order of the tables.
    package var methods: [String]
    /// Counted votes under it, ties included.
    package var votes: Int
    /// How many of those no person gave.
    package var simulated: Int
    /// What was judged in the votes that count.
    package var units: JudgedUnits
}
