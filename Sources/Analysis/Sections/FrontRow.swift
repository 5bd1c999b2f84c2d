package import Preference
import Votes

/// A method's rate by the front on which people answered: one element of `fronts` in the analysis.
///
/// A terminal shows images otherwise than a page does, so their votes must not be taken together unseen.
package struct FrontRow: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The method whose rate it is, against all others.
    package var method: String
    /// The front; nil where votes name none.
    package var front: String?
    /// wins / (wins + losses) on this front.
    package var rate: Result<Double, Missing>
    /// The rate with people as the unit of evidence.
    package var clustered: Result<ClusteredRate, Missing>
    /// This front's rate less that of all others, with people as the unit of evidence.
    package var difference: Result<ClusteredDifference, Missing>

    /// The rows of a sample: for each method those of its fronts, in the order of their names; none where no vote names
    /// a front.
    static func all(_ sample: ConditionSample, level: Double) -> [FrontRow] {
        let fronts = sample.rows.map { sample.table.front[$0] }
        let names = Set(fronts).map { (number: $0, name: sample.table.fronts[$0]) }
            .sorted { $0.name ?? "" < $1.name ?? "" }
        guard names.contains(where: { $0.name != nil }), sample.methods.count > 1 else { return [] }
        let rates = GroupedRate.all(sample, groups: fronts, all: names.map(\.number), level: level)
        return sample.methods.indices.flatMap { method in
            names.indices.map { front in
                let grouped = rates[method][front]
                return FrontRow(
                    condition: sample.name, method: sample.methods[method], front: names[front].name,
                    rate: grouped.rate, clustered: grouped.clustered, difference: grouped.difference)
            }
        }
    }
}
