import Preference

/// How often intervals of 95 % hold the true rate, in studies of 22 people with 10 votes each.
struct Coverage: Encodable {
    let rate: Double
    let correlation: Double
    let studies: Int
    /// The default interval: people as clusters, CR2, Student's t at Satterthwaite's degrees of freedom.
    let clustered: Double
    /// Wilson's, which takes all votes as independent.
    let wilson: Double
    /// Studies without a clustered interval; they count as missing the rate.
    let undefined: Double

    static let people = 22

    init(rate: Double, correlation: Double, _ studies: Studies) {
        let simulated = SimulatedPeople(rate: rate, correlation: correlation)
        let outcomes = studies.outcomes { stream -> (clustered: Bool?, wilson: Bool) in
            let people = simulated.draw(Self.people, from: &stream)
            let clustered = try? ClusteredRate.estimate(people: people, level: 0.95).get().interval
            let wilson = try? people.total.wilson(level: 0.95).get()
            return (clustered.map { $0.holds(rate) }, wilson?.holds(rate) ?? false)
        }
        self.rate = rate
        self.correlation = correlation
        self.studies = studies.count
        clustered = outcomes.share { $0.clustered == true }
        wilson = outcomes.share { $0.wilson }
        undefined = outcomes.share { $0.clustered == nil }
    }
}

extension Interval {
    func holds(_ rate: Double) -> Bool { low <= rate && rate <= high }
}

extension [Proportion] {
    /// All of them together.
    var total: Proportion {
        reduce(Proportion(successes: 0, trials: 0)) {
            Proportion(successes: $0.successes + $1.successes, trials: $0.trials + $1.trials)
        }
    }
}
