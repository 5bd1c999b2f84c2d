import Preference

extension RateRow {
    /// The row of a rate in a sample.
    init(_ rate: SelectionRate, of sample: ConditionSample, options: AnalysisOptions) {
        let onlyTies = rate.ties > 0 && rate.wins + rate.losses == 0
        let reason = { (undefined: Undefined) in onlyTies ? Missing.onlyTies : Missing(undefined) }
        let sequential = Result { () throws(Undefined) in
            guard rate.wins + rate.losses == 0 || !rate.people.isEmpty else { throw .noPeople }
            return try SequentialRate(people: sample.finished(rate), options: options)
        }
        self.init(
            condition: sample.name, method: sample.methods[rate.method],
            against: rate.against.map { sample.methods[$0] },
            wins: rate.wins, losses: rate.losses, ties: rate.ties, participants: rate.people.count,
            rate: rate.proportion.rate.mapError(reason),
            naive: Result { () throws(Undefined) in try NaiveRate(rate.proportion, level: options.level) }
                .mapError(reason),
            clustered: rate.clustered(level: options.level).mapError(reason),
            sequential: sequential.mapError(reason),
            fragility: Fragility.estimate(rate).mapError(reason))
    }

    /// The row of a method that has no other beside it.
    init(method: String, noneBesideUnder condition: String?) {
        self.init(
            condition: condition, method: method, against: nil, wins: 0, losses: 0, ties: 0, participants: 0,
            rate: .failure(.oneMethod), naive: .failure(.oneMethod), clustered: .failure(.oneMethod),
            sequential: .failure(.oneMethod), fragility: .failure(.oneMethod))
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
