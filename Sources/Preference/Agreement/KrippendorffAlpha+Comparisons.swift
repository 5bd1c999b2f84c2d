extension KrippendorffAlpha {
    /// The agreement of votes on methods. A unit is one item (such as a prompt, or the two images shown) judged between
    /// one pair of methods; its values are the one method, the other, and neither; each pair of methods is a group. Where
    /// votes name no items, each pair is one unit only, of which alpha cannot tell.
    ///
    /// - Parameter methods: how many methods there are; the comparisons' indices are below it.
    /// - Parameter comparisons: the votes, in any order.
    /// - Parameter items: the item of each comparison, an index from 0; nil where none is named.
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package static func estimate(
        methods: Int, comparisons: [Comparison], items: [Int?], level: Double
    ) -> Estimate<KrippendorffAlpha> {
        precondition(comparisons.count == items.count, "an item, or none, for each comparison")
        let width = (items.lazy.compactMap(\.self).max() ?? -1) + 2
        let keys = zip(comparisons, items).map { comparison, item in
            comparison.pair(of: methods) * width + (item ?? width - 1)
        }
        let units = DistinctKeys(keys)
        let ratings = zip(comparisons, units.ranks).map { comparison, unit in
            Rating(unit: Int(unit), value: comparison.value, person: comparison.person, count: comparison.count)
        }
        return estimate(
            ratings: ratings, groups: units.keys.map { $0 / width }, values: 3, level: level)
    }
}

extension Comparison {
    /// A number for the two methods, whichever stood left.
    fileprivate func pair(of methods: Int) -> Int { min(left, right) * methods + max(left, right) }

    /// 0 for the method of the lower index, 1 for the other one, 2 for neither.
    fileprivate var value: Int {
        switch outcome {
        case .left: left < right ? 0 : 1
        case .right: left < right ? 1 : 0
        case .tie: 2
        }
    }
}
