import Randomness

/// Gives each seat the items that its pairs of methods show: each pair as many different ones as it has trials, and all pairs
/// together none twice as long as there are enough.
struct ItemDraw {
    private let count: Int
    private var families: [Family]

    /// Pairs of methods that are connected by items, and share none with others.
    private struct Family {
        let pairs: [Int]
        /// Where all have the same items.
        var circle: ItemCircle?
        /// Where they do not.
        var queues: ItemQueues?

        mutating func take() -> [[Int]] { circle?.take() ?? queues?.take() ?? [] }
    }

    /// What is drawn for pairs of methods.
    ///
    /// - Parameters:
    ///   - items: of each pair the items that its methods share, by number, at least `trials`.
    ///   - count: how many items there are in all.
    ///   - random: the random numbers of a family, by its number.
    init(_ items: [[Int]], of count: Int, trials: Int, random: (_ family: Int) -> RandomStream) {
        self.count = items.count
        families = Self.families(items, of: count).enumerated().map { number, pairs in
            let own = pairs.map { items[$0] }
            let all = Set(own.joined())
            // As many as all have are all.
            guard own.allSatisfy({ $0.count == all.count }) else {
                return Family(pairs: pairs, queues: ItemQueues(own, of: count, trials: trials, random: random(number)))
            }
            return Family(
                pairs: pairs, circle: ItemCircle(own[0], pairs: pairs.count, trials: trials, random: random(number)))
        }
    }

    /// The items of the next seat for each pair of methods.
    mutating func take() -> [[Int]] {
        var taken: [[Int]] = Array(repeating: [], count: count)
        for family in families.indices {
            for (pair, items) in zip(families[family].pairs, families[family].take()) { taken[pair] = items }
        }
        return taken
    }

    /// The pairs that are connected by items, in the order of their first ones.
    private static func families(_ items: [[Int]], of count: Int) -> [[Int]] {
        // Of each pair another one of its family, or itself: the first pairs of all lead to themselves.
        var leaders = Array(items.indices)
        func leader(of pair: Int) -> Int {
            var pair = pair
            while leaders[pair] != pair { pair = leaders[pair] }
            return pair
        }
        var owners: [Int?] = Array(repeating: nil, count: count)
        for (pair, own) in items.enumerated() {
            for item in own {
                guard let owner = owners[item] else {
                    owners[item] = pair
                    continue
                }
                let (one, other) = (leader(of: owner), leader(of: pair))
                leaders[max(one, other)] = min(one, other)
            }
        }
        let families = Dictionary(grouping: items.indices) { leader(of: $0) }
        return families.keys.sorted().map { families[$0] ?? [] }
    }
}
