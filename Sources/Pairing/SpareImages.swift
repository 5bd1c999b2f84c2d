import Randomness
import Study

/// Images for the pairs of a seat that decide nothing (checks, practice): such as it shows nowhere else, as long as the pools
/// have any; by item, of items that it shows nowhere else.
struct SpareImages {
    private let design: PlanDesign
    /// The images of each pool that the seat shows, by the places of the pools.
    private var shown: [Set<Int>]
    /// The items that it shows.
    private var met: Set<Int> = []

    /// What is left beside `trials`.
    init(_ design: PlanDesign, beside trials: [Trial]) {
        self.design = design
        let places = Dictionary(design.pools.enumerated().map { ($1.pool, $0) }) { first, _ in first }
        shown = Array(repeating: [], count: design.pools.count)
        for entry in trials.lazy.flatMap({ [$0.left, $0.right] }) {
            guard let place = places[entry.pool] else { continue }
            shown[place].insert(entry.index)
            if let item = design.items?.item(ofImage: entry.index, in: entry.pool) { met.insert(item) }
        }
    }

    /// Images of a pair of methods, by its place among those of the plan.
    mutating func take(_ place: Int, _ random: inout RandomStream) -> ImageDraw.Pair {
        let pair = design.pairs[place]
        let indices: [Int]
        if let items = design.items {
            let shared = design.sharedItems[place]
            let item = shared[Self.pick(shared.count, sparing: { met.contains(shared[$0]) }, &random)]
            met.insert(item)
            indices = [pair.first, pair.second].map { Int(items.images(in: design.pools[$0].pool)[item]) }
        } else {
            indices = [pair.first, pair.second].map { pool in
                Self.pick(design.pools[pool].count, sparing: { shown[pool].contains($0) }, &random)
            }
        }
        let entries = zip([pair.first, pair.second], indices).map { pool, index in
            shown[pool].insert(index)
            return PoolEntry(pool: design.pools[pool].pool, generation: design.pools[pool].number, index: index)
        }
        return (entries[0], entries[1])
    }

    /// One of `count` numbers from 0 that is not to be spared, each equally likely; of all where every one is.
    private static func pick(
        _ count: Int, sparing isSpared: (Int) -> Bool, _ random: inout RandomStream
    ) -> Int {
        // A seat shows few of many images, so that a few draws find one.
        for _ in 0..<64 {
            let number = random.below(count)
            if !isSpared(number) { return number }
        }
        let free = (0..<count).filter { !isSpared($0) }
        return free.isEmpty ? random.below(count) : free[random.below(free.count)]
    }
}
