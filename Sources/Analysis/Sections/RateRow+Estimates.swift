import Preference

extension RateRow {
    /// The row of a rate in a sample, with what needs neither order nor resamples.
    init(_ rate: SelectionRate, of sample: ConditionSample, options: AnalysisOptions) {
        let reason = { (undefined: Undefined) in rate.reason(undefined) }
        self.init(
            condition: sample.name, method: sample.methods[rate.method],
            against: rate.against.map { sample.methods[$0] }, wins: rate.wins, losses: rate.losses, ties: rate.ties,
            participants: rate.people.count, rate: rate.proportion.rate.mapError(reason),
            naive: Result { () throws(Undefined) in try NaiveRate(rate.proportion, level: options.level) }
                .mapError(reason),
            clustered: rate.clustered(level: options.level).mapError(reason), others: .notAsked)
    }

    /// The row of a method that has no other beside it.
    init(method: String, noneBesideUnder condition: String?) {
        self.init(
            condition: condition, method: method, against: nil, wins: 0, losses: 0, ties: 0, participants: 0,
            rate: .failure(.oneMethod), naive: .failure(.oneMethod), clustered: .failure(.oneMethod),
            others: .oneMethod)
    }

    private init(
        condition: String?, method: String, against: String?, wins: Int, losses: Int, ties: Int, participants: Int,
        rate: Result<Double, Missing>, naive: Result<NaiveRate, Missing>, clustered: Result<ClusteredRate, Missing>,
        others: Missing
    ) {
        self.init(
            condition: condition, method: method, against: against, wins: wins, losses: losses, ties: ties,
            participants: participants, rate: rate, naive: naive, clustered: clustered, bootstrap: .failure(others),
            twoWayBootstrap: .failure(others), mixed: .failure(others), sequential: .failure(others),
            fragility: .failure(others))
    }

    /// Takes what resamples, a model and the order of people say.
    mutating func take(_ evidence: RateEvidence) {
        bootstrap = evidence.bootstrap
        twoWayBootstrap = evidence.twoWayBootstrap
        mixed = evidence.mixed
        sequential = evidence.sequential
        fragility = evidence.fragility
    }
}

extension SelectionRate {
    /// Why a statistic of the rate does not exist.
    func reason(_ undefined: Undefined) -> Missing {
        ties > 0 && wins + losses == 0 ? .onlyTies : Missing(undefined)
    }
}

extension Result where Failure == Missing {
    /// The value, or nil where there is none.
    package var value: Success? { try? get() }

    /// Why there is none, or nil where there is one.
    package var why: Missing? {
        if case .failure(let why) = self { why } else { nil }
    }
}
