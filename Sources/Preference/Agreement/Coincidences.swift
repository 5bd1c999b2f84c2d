/// How often each value was given to each unit, and the disagreements that follow: what ``KrippendorffAlpha`` is made of.
///
/// Counts are whole numbers until the last step, so that no order of the ratings changes a digit.
struct Coincidences {
    private let groupOfUnit: [Int]
    private let values: Int
    /// Ratings by unit x values + value.
    private var counts: [Int]
    /// Ratings of each unit.
    private var sizes: [Int]
    /// Units of each group with two ratings or more.
    private var groupUnits: [Int]
    /// Ratings of those units by group x values + value.
    private var groupCounts: [Int]
    /// The observed disagreement of each group: over its units, the pairs of ratings that differ, over the other ratings
    /// of the unit.
    private var groupObserved: [Double]

    /// The counts of ratings.
    init(_ ratings: [KrippendorffAlpha.Rating], groups: [Int], values: Int) {
        groupOfUnit = groups
        self.values = values
        counts = Array(repeating: 0, count: groups.count * values)
        sizes = Array(repeating: 0, count: groups.count)
        let groupCount = (groups.max() ?? -1) + 1
        groupUnits = Array(repeating: 0, count: groupCount)
        groupCounts = Array(repeating: 0, count: groupCount * values)
        groupObserved = Array(repeating: 0, count: groupCount)
        for rating in ratings { add(rating, times: 1) }
        for unit in groups.indices { include(unit, times: 1) }
    }

    /// The disagreements over all groups.
    var total: Disagreement { groupUnits.indices.reduce(Disagreement()) { $0 + disagreement(of: $1) } }

    /// Units that tell of agreement.
    var units: Int { groupUnits.filter { $0 >= 2 }.reduce(0, +) }

    /// Ratings of those units.
    var ratings: Int {
        groupUnits.indices.filter { groupUnits[$0] >= 2 }.reduce(0) { $0 + size(of: $1) }
    }

    /// Whether a unit has two ratings.
    var hasShared: Bool { groupUnits.contains { $0 > 0 } }

    /// The disagreements without the ratings of one person.
    ///
    /// - Parameter own: the person's ratings, all of a unit together.
    /// - Parameter total: the disagreements of all people.
    mutating func disagreement(without own: [KrippendorffAlpha.Rating], of total: Disagreement) -> Disagreement {
        let units = own.map(\.unit).reduce(into: [Int]()) { if $0.last != $1 { $0.append($1) } }
        let groups = Set(units.map { groupOfUnit[$0] }).sorted()
        let observed = groups.map { groupObserved[$0] }
        var rest = groups.reduce(total) { $0 - disagreement(of: $1) }
        move(own, units, times: -1)
        rest = groups.reduce(rest) { $0 + disagreement(of: $1) }
        move(own, units, times: 1)
        for (group, observed) in zip(groups, observed) { groupObserved[group] = observed }
        return rest
    }

    private mutating func move(_ own: [KrippendorffAlpha.Rating], _ units: [Int], times: Int) {
        for unit in units { include(unit, times: -1) }
        for rating in own { add(rating, times: times) }
        for unit in units { include(unit, times: 1) }
    }

    private mutating func add(_ rating: KrippendorffAlpha.Rating, times: Int) {
        precondition(0 <= rating.value && rating.value < values && rating.count >= 1, "one of the values, once or more")
        counts[rating.unit * values + rating.value] += times * rating.count
        sizes[rating.unit] += times * rating.count
    }

    /// Counts a unit in its group, or takes it out again.
    private mutating func include(_ unit: Int, times: Int) {
        guard sizes[unit] >= 2 else { return }
        let group = groupOfUnit[unit]
        var same = 0.0
        for value in 0..<values {
            let count = counts[unit * values + value]
            groupCounts[group * values + value] += times * count
            same += Double(count) * Double(count)
        }
        let size = Double(sizes[unit])
        groupUnits[group] += times
        groupObserved[group] += Double(times) * (size * size - same) / (size - 1)
    }

    private func size(of group: Int) -> Int { groupCounts[group * values..<(group + 1) * values].reduce(0, +) }

    private func disagreement(of group: Int) -> Disagreement {
        guard groupUnits[group] >= 2 else { return Disagreement() }
        let size = Double(size(of: group))
        let same = groupCounts[group * values..<(group + 1) * values].reduce(0) { $0 + Double($1) * Double($1) }
        return Disagreement(observed: groupObserved[group], expected: (size * size - same) / (size - 1))
    }
}

/// Observed disagreement, and what chance would give.
struct Disagreement {
    var observed = 0.0
    var expected = 0.0

    /// 1 less observed over expected; nil where no disagreement is expected.
    var alpha: Double? { expected > 0 ? 1 - observed / expected : nil }

    static func + (one: Disagreement, other: Disagreement) -> Disagreement {
        Disagreement(observed: one.observed + other.observed, expected: one.expected + other.expected)
    }

    static func - (one: Disagreement, other: Disagreement) -> Disagreement {
        Disagreement(observed: one.observed - other.observed, expected: one.expected - other.expected)
    }
}
