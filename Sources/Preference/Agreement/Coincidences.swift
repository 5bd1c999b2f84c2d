/// How often each value was given to each unit, and the disagreements that follow: what ``KrippendorffAlpha`` is made of.
///
/// Counts are whole numbers until the last step, and units are added in their order, so that no order of the ratings
/// changes a digit.
struct Coincidences: Sendable {
    private let groupOfUnit: [Int]
    private let values: Int
    /// Whether units of a group stand together, and groups in order.
    private let isByGroups: Bool
    /// Ratings by unit x values + value.
    private var counts: [Int]
    /// What the units of each group with two ratings or more add up to.
    private var groups: [Group]

    /// The counts of ratings.
    init(_ ratings: [KrippendorffAlpha.Rating], groups groupOfUnit: [Int], values: Int) {
        self.groupOfUnit = groupOfUnit
        self.values = values
        isByGroups = zip(groupOfUnit, groupOfUnit.dropFirst()).allSatisfy { $0 <= $1 }
        counts = Array(repeating: 0, count: groupOfUnit.count * values)
        for rating in ratings {
            precondition(0 <= rating.value && rating.value < values && rating.count >= 1, "one of the values, or more")
            counts[rating.unit * values + rating.value] += rating.count
        }
        groups = Array(
            repeating: Group(counts: Array(repeating: 0, count: values)), count: (groupOfUnit.max() ?? -1) + 1)
        var ratings = Array(repeating: 0, count: values)
        for (unit, group) in groupOfUnit.enumerated() {
            for value in 0..<values { ratings[value] = counts[unit * values + value] }
            groups[group].include(ratings, times: 1)
        }
    }

    /// The disagreements over all groups.
    var total: Disagreement { groups.reduce(Disagreement()) { $0 + $1.disagreement } }

    /// Units that tell of agreement.
    var units: Int { groups.reduce(0) { $0 + ($1.units >= 2 ? $1.units : 0) } }

    /// Ratings of those units.
    var ratings: Int { groups.reduce(0) { $0 + ($1.units >= 2 ? $1.size : 0) } }

    /// Whether a unit has two ratings.
    var hasShared: Bool { groups.contains { $0.units > 0 } }

    /// The disagreements without the ratings of one person.
    ///
    /// - Parameter own: the person's ratings, in any order.
    /// - Parameter total: the disagreements of all people.
    func disagreement(without own: [KrippendorffAlpha.Rating], of total: Disagreement) -> Disagreement {
        let own = own.sorted {
            isByGroups ? $0.unit < $1.unit : (groupOfUnit[$0.unit], $0.unit) < (groupOfUnit[$1.unit], $1.unit)
        }
        var rest = total
        var left = Array(repeating: 0, count: values)
        var start = 0
        while start < own.count {
            let place = groupOfUnit[own[start].unit]
            var group = groups[place]
            while start < own.count, groupOfUnit[own[start].unit] == place {
                let unit = own[start].unit
                for value in 0..<values { left[value] = counts[unit * values + value] }
                group.include(left, times: -1)
                while start < own.count, own[start].unit == unit {
                    left[own[start].value] -= own[start].count
                    start += 1
                }
                group.include(left, times: 1)
            }
            rest = rest - groups[place].disagreement + group.disagreement
        }
        return rest
    }

    /// What the units of a group with two ratings or more add up to.
    private struct Group {
        /// How many there are.
        var units = 0
        /// Ratings of each value.
        var counts: [Int]
        /// Over the units, the pairs of ratings that differ, over the other ratings of the unit.
        var observed = 0.0

        /// Counts a unit, or takes it out again.
        mutating func include(_ unit: [Int], times: Int) {
            let size = unit.reduce(0, +)
            guard size >= 2 else { return }
            var same = 0.0
            for (value, count) in unit.enumerated() {
                counts[value] += times * count
                same += Double(count) * Double(count)
            }
            units += times
            observed += Double(times) * (Double(size) * Double(size) - same) / Double(size - 1)
        }

        var size: Int { counts.reduce(0, +) }

        /// None where a single unit's ratings cannot be dealt to another one.
        var disagreement: Disagreement {
            guard units >= 2 else { return Disagreement() }
            let size = Double(size)
            let same = counts.reduce(0) { $0 + Double($1) * Double($1) }
            return Disagreement(observed: observed, expected: (size * size - same) / (size - 1))
        }
    }
}

/// Observed disagreement, and what chance would give.
struct Disagreement: Sendable {
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
