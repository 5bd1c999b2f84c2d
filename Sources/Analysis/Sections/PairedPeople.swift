import Preference

/// The same people under two conditions, or on one front and on others: everybody's counts in both, nothing where they
/// took no part.
struct PairedPeople {
    let first: [Proportion]
    let second: [Proportion]

    /// Everybody in one rate, and in others together.
    init(_ one: SelectionRate, _ others: [SelectionRate]) throws(Undefined) {
        for rate in [one] + others where rate.wins + rate.losses > 0 && rate.people.isEmpty { throw .noPeople }
        var people: [Int: (first: Proportion, second: Proportion)] = [:]
        let none = Proportion(successes: 0, trials: 0)
        for (person, votes) in zip(one.persons, one.people) { people[person, default: (none, none)].first = votes }
        for other in others {
            for (person, votes) in zip(other.persons, other.people) {
                let sum = people[person, default: (none, none)].second
                people[person, default: (none, none)].second = Proportion(
                    successes: sum.successes + votes.successes, trials: sum.trials + votes.trials)
            }
        }
        let sorted = people.sorted { $0.key < $1.key }
        first = sorted.map(\.value.first)
        second = sorted.map(\.value.second)
    }
}
