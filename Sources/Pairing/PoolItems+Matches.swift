import Foundation
package import Study

/// What two pools that meet have in common.
package struct PoolMatch: Sendable, Hashable {
    /// The pools.
    package let pools: [PoolKey]
    /// How many images each has.
    package let images: [Int]
    /// How many items both have.
    package let shared: Int
    /// The first of them.
    package let example: String?
    /// Names that differ in case, spaces around them or forms of Unicode alone, and so are of two items: how many, and two
    /// of them.
    package let near: NearNames?

    /// Names that are nearly the same.
    package struct NearNames: Sendable, Hashable {
        /// How many pairs of them.
        package let count: Int
        /// Two that are.
        package let example: [String]

        /// For a sentence.
        package var inWords: String {
            "\(count.counted("name differs", "names differ")) in case, spaces or forms of Unicode alone, as "
                + "“\(example[0])” and “\(example[1])”"
        }
    }

    /// Whether at least half of the names of the smaller pool are, or nearly are, the other's.
    package var isStriking: Bool {
        let matching = shared + (near?.count ?? 0)
        return matching > 0 && 2 * matching >= images.reduce(Int.max, min)
    }
}

extension PoolItems {
    /// What the pools that meet have in common, in the order of the study.
    package func matches(of study: Study) -> [PoolMatch] {
        study.conditions.flatMap { condition in
            let pools = condition.pools
            return pools.indices.flatMap { first in
                pools.indices.dropFirst(first + 1).map { match(pools[first], pools[$0]) }
            }
        }
    }

    /// What two pools have in common.
    func match(_ first: PoolKey, _ second: PoolKey) -> PoolMatch {
        let shared = shared(by: first, second)
        return PoolMatch(
            pools: [first, second], images: [imageCount(of: first), imageCount(of: second)], shared: shared.count,
            example: shared.first.map { names[$0] }, near: nearNames(first, second))
    }

    private func nearNames(_ first: PoolKey, _ second: PoolKey) -> PoolMatch.NearNames? {
        let own = items(aloneIn: second, without: [first])
        guard !own.isEmpty else { return nil }
        let others = Dictionary(own.map { (Self.folded(names[$0]), $0) }) { first, _ in first }
        let near = items(aloneIn: first, without: [second]).compactMap { item in
            others[Self.folded(names[item])].map { [names[item], names[$0]] }
        }
        return near.first.map { PoolMatch.NearNames(count: near.count, example: $0) }
    }

    /// A name without what a person overlooks.
    private static func folded(_ name: String) -> String {
        name.precomposedStringWithCompatibilityMapping.lowercased().trimmingCharacters(in: .whitespaces)
    }

    /// The items that no pool has that a pool meets, and which nobody is asked about: of each pool that has some their names.
    package func alone(in study: Study) -> [(pool: PoolKey, names: [String])] {
        study.conditions.flatMap { condition in
            condition.pools.compactMap { pool in
                let alone = items(aloneIn: pool, without: condition.pools.filter { $0 != pool })
                return alone.isEmpty ? nil : (pool, alone.map { names[$0] })
            }
        }
    }

    /// How often a person meets the same item in the main trials of a seat: the most of any item, and how many items there
    /// are.
    package func meetings(in seat: Seat) -> (most: Int, items: Int) {
        var counts: [Int: Int] = [:]
        for trial in seat.trials where trial.kind == .main {
            guard let item = item(ofImage: trial.left.index, in: trial.left.pool) else { continue }
            counts[item, default: 0] += 1
        }
        return (counts.values.max() ?? 0, counts.count)
    }
}
