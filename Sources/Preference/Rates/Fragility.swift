/// On how few votes, and on how few people, a lead hangs: the fewest whose removal brings the leader of two sides to one
/// half or below.
///
/// No model: it counts. The leader has w votes and the other side l; ties count for neither. Removing one of the
/// leader's votes takes one off the surplus w - l, and nothing takes off more, so that w - l votes are the fewest. A
/// person takes off the person's own surplus, however many others are removed, so that those of the greatest surpluses
/// are the fewest people. Where nobody leads it is 0; a leader who has all votes falls with the last one, after which
/// nothing is left to lead by.
///
/// After Walsh and others, "The statistical significance of randomized controlled trial results is frequently fragile: a
/// case for a fragility index", Journal of Clinical Epidemiology 67 (2014), who change outcomes where this removes
/// them; removal as in Broderick, Giordano and Meager, "An automatic finite-sample robustness metric" (2020). Checked by
/// trying all removals of small studies.
package struct Fragility: Sendable, Hashable {
    /// The fewest votes.
    package let votes: Int
    /// The fewest people, with all their votes.
    package let people: Estimate<Int>

    /// The fragility of whoever leads on `rate`; the same for both sides.
    package static func estimate(_ rate: SelectionRate) -> Estimate<Fragility> {
        guard rate.wins + rate.losses > 0 else { return .failure(.noVotes) }
        guard !rate.people.isEmpty else {
            return .success(Fragility(votes: abs(rate.wins - rate.losses), people: .failure(.noPeople)))
        }
        var surplus = abs(rate.wins - rate.losses)
        let votes = surplus
        let sign = rate.wins < rate.losses ? -1 : 1
        let surpluses = rate.people.map { sign * (2 * $0.successes - $0.trials) }.sorted(by: >)
        var people = 0
        while surplus > 0 {
            surplus -= surpluses[people]
            people += 1
        }
        return .success(Fragility(votes: votes, people: .success(people)))
    }
}
