/// One vote, or several alike: which of two methods was chosen.
package struct Comparison: Sendable, Hashable {
    /// Index of the method shown on the left, from 0.
    package var left: Int
    /// Index of the method shown on the right, from 0; another than `left`.
    package var right: Int
    /// What was chosen.
    package var outcome: Outcome
    /// Index of the person, from 0; nil where it is not known.
    package var person: Int?
    /// How many votes this stands for; at least 1.
    package var count: Int

    /// A vote.
    package init(left: Int, right: Int, outcome: Outcome, person: Int?, count: Int = 1) {
        self.left = left
        self.right = right
        self.outcome = outcome
        self.person = person
        self.count = count
    }

    /// What a vote can say.
    package enum Outcome: Sendable, Hashable {
        /// The left one.
        case left
        /// The right one.
        case right
        /// Neither.
        case tie
    }
}
