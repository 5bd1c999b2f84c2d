/// How much of something comes from simulated people.
package enum Simulated: Sendable, Hashable {
    /// Nothing.
    case none
    /// `votes` of the `total` votes.
    case some(votes: Int, total: Int)
    /// Everything.
    case all

    /// `votes` of `total` votes are simulated.
    package init(votes: Int, of total: Int) {
        self = votes == 0 ? .none : votes == total ? .all : .some(votes: votes, total: total)
    }
}
