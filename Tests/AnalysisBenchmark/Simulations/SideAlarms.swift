import Preference

/// How often a side bias is told (p below .05) of people who have none, in studies of 22 people with 10 votes each.
/// With a correlation people do have sides, each one's own, that cancel out over all of them.
struct SideAlarms: Encodable {
    let correlation: Double
    let studies: Int
    /// With people as clusters.
    let clustered: Double
    /// With all votes as independent.
    let naive: Double

    init(correlation: Double, _ studies: Studies) {
        let simulated = SimulatedPeople(rate: 0.5, correlation: correlation)
        let outcomes = studies.outcomes { stream -> (clustered: Bool, naive: Bool) in
            let side = SideBias.estimate(people: simulated.draw(Coverage.people, from: &stream), level: 0.95)
            let clustered = try? side.flatMap(\.clustered).get().p
            let naive = try? side.get().naiveP
            return (clustered.map { $0 < 0.05 } ?? false, naive.map { $0 < 0.05 } ?? false)
        }
        self.correlation = correlation
        self.studies = studies.count
        clustered = outcomes.share { $0.clustered }
        naive = outcomes.share { $0.naive }
    }
}
