import Randomness

/// Gives each seat items for pairs of methods that have the same items.
///
/// The items lie on a circle in random order, and each pair of methods walks around it from a start of its own; the starts
/// are spaced as evenly as whole numbers can be. So the stretches of a seat do not overlap as long as there are enough items
/// for all, else overlap as evenly as possible; and after every seat each item was used as often as another (they differ by
/// at most 1), by each pair of methods and by all of them together. All pairs end a round at once, and the next has a new
/// order.
struct ItemCircle {
    /// How many items each pair takes for a seat; at most as many as there are.
    private let trials: Int
    private let items: [Int]
    private let starts: [Int]
    private var random: RandomStream
    private var order: [Int]
    /// How many items of this order each pair has taken.
    private var walked = 0

    /// The circle of `items`, for so many pairs of methods.
    init(_ items: [Int], pairs: Int, trials: Int, random: RandomStream) {
        (self.items, self.trials, self.random) = (items, trials, random)
        starts = (0..<pairs).map { $0 * items.count / pairs }
        order = self.random.permutation(items.count)
    }

    /// The items of the next seat for each pair of methods, no two of a pair alike.
    mutating func take() -> [[Int]] {
        let rest = min(trials, items.count - walked)
        var taken = starts.map { start in (0..<rest).map { place(start + walked + $0) } }
        walked += rest
        if walked == items.count {
            let missing = trials - rest
            startRound(sparing: taken.joined(), among: missing)
            for (pair, start) in starts.enumerated() { taken[pair] += (0..<missing).map { place(start + $0) } }
            walked = missing
        }
        return taken.map { $0.map { items[$0] } }
    }

    private func place(_ position: Int) -> Int { order[position % order.count] }

    /// Shuffles again; those in `used` change places with later ones where they came among the first `first` of a pair.
    private mutating func startRound(sparing used: some Sequence<Int>, among first: Int) {
        // Where a seat cannot do without meeting an item again, it goes on in the same order, which spreads that evenly.
        guard first == 0 || starts.count * trials <= items.count else { return }
        order = random.permutation(items.count)
        guard first > 0 else { return }
        var isUsed = Array(repeating: false, count: items.count)
        for place in used { isUsed[place] = true }
        let places = starts.flatMap { start in (start..<start + first).map { $0 % order.count } }
        var isFirst = isUsed.map { _ in false }
        for place in places { isFirst[place] = true }
        var spare = 0
        for place in places where isUsed[order[place]] {
            while isFirst[spare] || isUsed[order[spare]] { spare += 1 }
            order.swapAt(place, spare)
            spare += 1
        }
    }
}
