package import Study

/// What the images of pools show, as the names of their files say: images of one name show one item.
///
/// Names are compared as texts of Unicode, so that an `é` is the same whether it is one character or two, and case counts.
package struct PoolItems: Sendable {
    /// The items by their numbers, in the order of the pools and their images.
    let names: [String]
    private let pools: [PoolKey: Numbers]

    /// Which image of a pool shows which item.
    private struct Numbers: Sendable {
        /// The item of each image; ``none`` for one without a name.
        var items: [Int32]
        /// The image of each item, the first where there are several; ``none`` where there is none.
        var images: [Int32] = []
        /// Images without a name.
        var nameless = 0
    }

    private static let none: Int32 = -1

    /// The items of pools, of each image by its index: the name of its file without folder and ending, nil where it was
    /// not imported.
    package init(_ imageNames: [PoolKey: [String?]]) {
        var numbers: [String: Int32] = [:]
        var names: [String] = []
        var pools: [PoolKey: Numbers] = [:]
        for (pool, stems) in imageNames.sorted(by: { $0.key.name < $1.key.name }) {
            var own = Numbers(items: [])
            own.items.reserveCapacity(stems.count)
            for stem in stems {
                guard let stem else {
                    own.items.append(Self.none)
                    own.nameless += 1
                    continue
                }
                let number = numbers[stem] ?? Int32(names.count)
                if number == names.count {
                    numbers[stem] = number
                    names.append(stem)
                }
                own.items.append(number)
            }
            pools[pool] = own
        }
        for pool in Array(pools.keys) {
            var images = Array(repeating: Self.none, count: names.count)
            for (image, item) in (pools[pool]?.items ?? []).enumerated().reversed() where item != Self.none {
                images[Int(item)] = Int32(image)
            }
            pools[pool]?.images = images
        }
        self.names = names
        self.pools = pools
    }

    /// Whether all images of a pool have names.
    func names(allOf pool: PoolKey) -> Bool { pools[pool]?.nameless == 0 }

    /// What an item is called.
    package func name(of item: Int) -> String { names[item] }

    /// How many images a pool has.
    func imageCount(of pool: PoolKey) -> Int { pools[pool]?.items.count ?? 0 }

    /// What an image shows; nil where that is not known.
    package func item(ofImage image: Int, in pool: PoolKey) -> Int? {
        guard let items = pools[pool]?.items, items.indices.contains(image) else { return nil }
        return items[image] == Self.none ? nil : Int(items[image])
    }

    /// The index of each item's image in a pool; below 0 where it has none.
    package func images(in pool: PoolKey) -> [Int32] {
        pools[pool]?.images ?? Array(repeating: Self.none, count: names.count)
    }

    /// The items that both pools have, by their numbers.
    package func shared(by first: PoolKey, _ second: PoolKey) -> [Int] {
        let (first, second) = (images(in: first), images(in: second))
        return names.indices.filter { first[$0] != Self.none && second[$0] != Self.none }
    }

    /// The items that a pool has and none of `others` has, by their numbers.
    func items(aloneIn pool: PoolKey, without others: [PoolKey]) -> [Int] {
        let (own, others) = (images(in: pool), others.map(images))
        return names.indices.filter { item in
            own[item] != Self.none && others.allSatisfy { $0[item] == Self.none }
        }
    }
}
