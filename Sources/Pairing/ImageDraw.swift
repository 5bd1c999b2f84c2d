import Randomness
import Study

/// Gives each seat the images that meet in its main trials.
enum ImageDraw {
    /// Any image of the one method meets any image of the other.
    case random([PoolWalk])
    /// Both images of a trial show one item; of each pool the image of each item, by its number.
    case items(ItemDraw, images: [[Int32]])

    /// The images of the first and of the second method of a trial.
    typealias Pair = (first: PoolEntry, second: PoolEntry)

    /// What is drawn for a plan by its seed.
    init(_ design: PlanDesign, seed: UInt64) {
        // Stream 0 decides for the plan, 1 ... for the seats, those from 2^40 for the pools, 2^41 for the pool of catch
        // trials, those from 2^42 for the items of methods that are compared by item.
        func stream(_ first: UInt64, _ number: Int) -> RandomStream {
            RandomStream(seed: seed, purpose: .plan, index: first | UInt64(number))
        }
        if let items = design.items {
            let draw = ItemDraw(
                design.pairs.map { items.shared(by: design.pools[$0.first].pool, design.pools[$0.second].pool) },
                of: items.names.count, trials: design.trials
            ) { stream(1 << 42, $0) }
            self = .items(draw, images: design.pools.map { items.images(in: $0.pool) })
        } else {
            self = .random(design.pools.enumerated().map { PoolWalk($1, random: stream(1 << 40, $0)) })
        }
    }

    /// The images of the next seat, for each pair of methods.
    mutating func take(_ design: PlanDesign) -> [[Pair]] {
        switch self {
        case .random(var walks):
            // Taken out, so that no walk is copied.
            self = .random([])
            defer { self = .random(walks) }
            var images = walks.indices.map { walks[$0].take(design.demands[$0]) }
            return design.pairs.map { pair in
                (0..<design.trials).map { _ -> Pair in
                    (images[pair.first].removeLast(), images[pair.second].removeLast())
                }
            }
        case .items(var draw, let images):
            self = .random([])
            defer { self = .items(draw, images: images) }
            return zip(design.pairs, draw.take()).map { pair, items in
                items.map { item -> Pair in
                    let entries = [pair.first, pair.second].map { pool in
                        PoolEntry(
                            pool: design.pools[pool].pool, generation: design.pools[pool].number,
                            index: Int(images[pool][item]))
                    }
                    return (entries[0], entries[1])
                }
            }
        }
    }
}
