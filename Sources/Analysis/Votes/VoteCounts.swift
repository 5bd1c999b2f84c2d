/// How many votes and people there are.
package struct VoteCounts: Sendable, Hashable {
    /// All votes, also those that a rule left out.
    package var total: Int
    /// Votes in the rates, ties included.
    package var counted: Int
    /// People with at least one counted vote.
    package var participants: Int
    /// How many of all votes no person gave.
    package var simulated: Int
    /// Votes of the same study under other plans, which are not among all votes here.
    package var otherPlans = 0
    /// Sessions that are left out since what the study has of them cannot be read; their votes are not among all votes.
    package var unreadableSessions = 0
}
