import Preference

/// What resamples, a model and the order of people say of a rate.
struct RateEvidence {
    /// How the rate would spread over other people, by resamples.
    var bootstrap: Result<RateBootstrap, Missing> = .failure(.notAsked)
    /// How it would spread over other people and other images.
    var twoWayBootstrap: Result<RateBootstrap, Missing> = .failure(.notAsked)
    /// A rate of its own for each person, about a common one.
    var mixed: Result<RandomInterceptModel, Missing>
    /// What may be said at any time while the study runs.
    var sequential: Result<SequentialRate, Missing>
    /// On how few votes and people the lead hangs.
    var fragility: Result<Fragility, Missing>

    /// The evidence of a rate but for its resamples.
    init(_ rate: SelectionRate, of sample: ConditionSample, options: AnalysisOptions) {
        let isNameless = rate.wins + rate.losses > 0 && rate.people.isEmpty
        sequential = Result { () throws(Undefined) in
            if isNameless { throw .noPeople }
            return try SequentialRate(people: sample.finished(rate), options: options)
        }.mapError(rate.reason)
        mixed = Result { () throws(Undefined) in
            if isNameless { throw .noPeople }
            return try RandomInterceptModel.estimate(people: rate.people, level: options.level).get()
        }.mapError(rate.reason)
        fragility = Fragility.estimate(rate).mapError(rate.reason)
    }

    /// The evidence of losses for wins.
    var ofLosses: RateEvidence {
        var mirror = self
        mirror.bootstrap = bootstrap.map(\.ofLosses)
        mirror.twoWayBootstrap = twoWayBootstrap.map(\.ofLosses)
        mirror.mixed = mixed.map(\.ofLosses)
        mirror.sequential = sequential.map(\.ofLosses)
        return mirror
    }
}
