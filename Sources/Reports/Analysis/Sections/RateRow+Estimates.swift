import Preference

extension RateRow {
    /// The row of a rate under `condition`, with the names of its methods.
    init(_ rate: SelectionRate, condition: String?, methods: [String], level: Double) {
        let naive = Result { () throws(Undefined) in try NaiveRate(rate.proportion, level: level) }
        // Sums of persons in an order that does not depend on that of the votes: the same bytes however files merge.
        let people = rate.people.sorted { ($0.trials, $0.successes) < ($1.trials, $1.successes) }
        let clustered =
            people.isEmpty ? rate.clustered(level: level) : ClusteredRate.estimate(people: people, level: level)
        let onlyTies = rate.ties > 0 && rate.wins + rate.losses == 0
        let reason = { (undefined: Undefined) in onlyTies ? Missing.onlyTies : Missing(undefined) }
        self.init(
            condition: condition, method: methods[rate.method], against: rate.against.map { methods[$0] },
            wins: rate.wins, losses: rate.losses, ties: rate.ties, participants: rate.people.count,
            rate: rate.proportion.rate.mapError(reason), naive: naive.mapError(reason),
            clustered: clustered.mapError(reason))
    }

    /// The row of a method that has no other beside it.
    init(method: String, noneBesideUnder condition: String?) {
        self.init(
            condition: condition, method: method, against: nil, wins: 0, losses: 0, ties: 0, participants: 0,
            rate: .failure(.oneMethod), naive: .failure(.oneMethod), clustered: .failure(.oneMethod))
    }
}

extension Result where Failure == Missing {
    /// The value, or nil where there is none.
    var value: Success? { try? get() }

    /// Why there is none, or nil where there is one.
    var why: Missing? {
        if case .failure(let why) = self { why } else { nil }
    }
}
