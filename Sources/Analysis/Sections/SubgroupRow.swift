package import Preference
import Votes

/// A method's rate among the people who gave one answer to a question about themselves: one element of `subgroups` in the
/// analysis. Nothing is adjusted for there being several.
package struct SubgroupRow: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The method whose rate it is, against all others.
    package var method: String
    /// The question that divides people, by its id.
    package var by: String
    /// Their answer; nil for those who gave none.
    package var value: String?
    /// How many people with votes that count gave it.
    package var people: Int
    /// wins / (wins + losses) among them.
    package var rate: Result<Double, Missing>
    /// The rate with people as the unit of evidence.
    package var clustered: Result<ClusteredRate, Missing>
    /// Their rate less that of all others, with people as the unit of evidence.
    package var difference: Result<ClusteredDifference, Missing>

    /// The rows of a sample: for each question and method those of its answers, in the order of their names and those
    /// without one last; none of a question that all answered alike.
    static func all(_ sample: ConditionSample, level: Double) -> [SubgroupRow] {
        guard sample.methods.count > 1 else { return [] }
        return sample.table.groups.sorted { $0.key < $1.key }.flatMap { question, answers in
            rows(sample, by: question, answers, level: level)
        }
    }

    private static func rows(
        _ sample: ConditionSample, by question: String, _ answers: [Int32: String], level: Double
    ) -> [SubgroupRow] {
        let groups = sample.rows.map { answers[sample.table.session[$0]] }
        var people: [String?: Set<Int32>] = [:]
        for (row, group) in zip(sample.rows, groups) { people[group, default: []].insert(sample.table.person[row]) }
        let values = people.keys.sorted { one, other in
            guard let one, let other else { return one != nil && other == nil }
            return one < other
        }
        guard values.count > 1 else { return [] }
        let rates = GroupedRate.all(sample, groups: groups, all: values, level: level)
        return sample.methods.indices.flatMap { method in
            values.indices.map { place in
                let grouped = rates[method][place]
                return SubgroupRow(
                    condition: sample.name, method: sample.methods[method], by: question, value: values[place],
                    people: people[values[place]]?.count ?? 0, rate: grouped.rate, clustered: grouped.clustered,
                    difference: grouped.difference)
            }
        }
    }
}
