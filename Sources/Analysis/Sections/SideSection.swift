package import Preference

/// Whether people favour a side, under one condition: one element of `side` in the analysis.
package struct SideSection: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// Votes for the left image.
    package var left: Int
    /// Votes for the right image.
    package var right: Int
    /// The shares and tests; people stand in the order of ``people``.
    package var bias: Result<SideBias, Missing>
    /// Names of the people; empty where a vote names none.
    package var people: [String]

    /// The sides of a sample's votes; ties name none.
    init(_ sample: ConditionSample, level: Double) {
        var (left, right) = (0, 0)
        var people: [Int: (left: Int, right: Int)] = [:]
        var nameless = (left: 0, right: 0)
        for vote in sample.comparisons where vote.outcome != .tie {
            let isLeft = vote.outcome == .left
            left += isLeft ? vote.count : 0
            right += isLeft ? 0 : vote.count
            if let person = vote.person {
                people[person, default: (0, 0)].left += isLeft ? vote.count : 0
                people[person, default: (0, 0)].right += isLeft ? 0 : vote.count
            } else {
                nameless.left += isLeft ? vote.count : 0
                nameless.right += isLeft ? 0 : vote.count
            }
        }
        let sorted = people.sorted { $0.key < $1.key }
        self.condition = sample.name
        self.left = left
        self.right = right
        self.people = sorted.map { sample.people[$0.key] }
        let proportion = { (votes: (left: Int, right: Int)) in
            Proportion(successes: votes.left, trials: votes.left + votes.right)
        }
        bias = SideBias.estimate(
            people: sorted.map { proportion($0.value) }, nameless: proportion(nameless), level: level
        ).mapError { $0 == .noVotes && !sample.comparisons.isEmpty ? .onlyTies : Missing($0) }
    }
}
