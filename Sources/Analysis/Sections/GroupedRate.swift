import Preference

/// The rate of one method in one group of a condition's votes, and what it differs by from all other groups.
struct GroupedRate {
    /// wins / (wins + losses) in this group.
    let rate: Result<Double, Missing>
    /// The rate with people as the unit of evidence.
    let clustered: Result<ClusteredRate, Missing>
    /// This group's rate less that of all others, with people as the unit of evidence.
    let difference: Result<ClusteredDifference, Missing>

    /// The rates of a sample, by method and then by group.
    ///
    /// - Parameters:
    ///   - groups: the group of each of its votes.
    ///   - all: the groups, in the order wanted.
    static func all<Group: Equatable>(
        _ sample: ConditionSample, groups: [Group], all: [Group], level: Double
    ) -> [[GroupedRate]] {
        let rates = all.map { group in
            // Of one group alone the votes are counted already.
            all.count == 1 && groups.allSatisfy { $0 == group }
                ? sample.ratesAgainstAll
                : sample.ratesAgainstAll(zip(groups, sample.comparisons).filter { $0.0 == group }.map(\.1))
        }
        return sample.methods.indices.map { method in
            all.indices.map { group in
                let others = all.indices.filter { $0 != group }.map { rates[$0][method] }
                return GroupedRate(rates[group][method], others: others, level: level)
            }
        }
    }

    private init(_ rate: SelectionRate, others: [SelectionRate], level: Double) {
        let onlyTies = rate.ties > 0 && rate.wins + rate.losses == 0
        let reason = { (undefined: Undefined) in onlyTies ? Missing.onlyTies : Missing(undefined) }
        self.rate = rate.proportion.rate.mapError(reason)
        clustered = rate.clustered(level: level).mapError(reason)
        guard !others.isEmpty else {
            difference = .failure(.oneFront)
            return
        }
        difference = Result { () throws(Undefined) in
            let people = try PairedPeople(rate, others)
            return try ClusteredDifference.estimate(people.first, people.second, level: level).get()
        }.mapError(reason)
    }
}
