import Randomness

/// Gives each seat items for pairs of methods that have some items in common and others not.
///
/// Each pair of methods goes through its own items round after round, and takes the first that the seat has not met. Where
/// none is left, pairs exchange items along a path to the item that the seat has met least often. So nobody meets an item
/// twice as long as there is any way to avoid it, and else as few times as possible. (Pairs of methods and items are a
/// bipartite graph, and each step augments a semi-matching along a cheapest path: Harvey, Ladner, Lovász and Tamir,
/// "Semi-matchings for bipartite graphs and load balancing", 2006.) What a pair had to pass over comes first in its next
/// seat.
struct ItemQueues {
    private let trials: Int
    private var random: RandomStream
    private var queues: [Queue]
    /// The pairs that have taken each item for this seat.
    private var holders: [[Int]]
    /// The last search for an exchange that looked at each item.
    private var looked: [Int]
    private var search = 0
    private var seat = 0

    /// The items of one pair of methods, in the order in which it takes them.
    private struct Queue {
        /// Its items.
        let items: [Int]
        /// What it takes, round after round: for earlier seats before `start`, for this one before `next`.
        var order: [Int] = []
        /// Where this seat begins.
        var start = 0
        /// Where the first lies that it has not taken.
        var next = 0
        /// Before here the seat has met everything.
        var firstFree = 0
        /// Rounds that were put into `order` so far.
        private var rounds = 0
        /// How often each item was taken for earlier seats.
        private var uses: [Int]
        /// The most of those.
        private var most = 0

        init(_ items: [Int], of count: Int) {
            self.items = items
            uses = Array(repeating: 0, count: count)
        }

        /// What it has taken for this seat, in order.
        var taken: ArraySlice<Int> { order[start..<next] }

        /// Begins a seat of so many trials: every item lies ahead then.
        mutating func begin(_ trials: Int, _ random: inout RandomStream) {
            for item in taken {
                uses[item] += 1
                most = max(most, uses[item])
            }
            if next > items.count {
                order.removeFirst(next)
                next = 0
            }
            while rounds <= most || order.count - next < trials {
                order += random.permutation(items.count).map { items[$0] }
                rounds += 1
            }
            (start, firstFree) = (next, next)
        }

        /// Takes what lies at `place`; what it passes over keeps its order.
        mutating func take(at place: Int) {
            let item = order[place]
            for passed in stride(from: place, to: next, by: -1) { order[passed] = order[passed - 1] }
            order[next] = item
            next += 1
            firstFree = max(firstFree, next)
        }

        /// Takes an item that lies ahead.
        mutating func take(_ item: Int) {
            guard let place = order[next...].firstIndex(of: item) else { return }
            take(at: place)
        }

        /// Gives one back that it took for this seat, and takes another that lies ahead in its place.
        mutating func exchange(_ item: Int, for other: Int) {
            guard let here = taken.firstIndex(of: item), let there = order[next...].firstIndex(of: other) else {
                return
            }
            order.swapAt(here, there)
        }
    }

    /// The queues of pairs of methods, of each the items that it may take.
    ///
    /// - Parameters:
    ///   - count: how many items there are in all.
    ///   - trials: how many each pair takes for a seat; at most as many as the fewest that a pair has.
    init(_ items: [[Int]], of count: Int, trials: Int, random: RandomStream) {
        (self.trials, self.random) = (trials, random)
        queues = items.map { Queue($0, of: count) }
        holders = Array(repeating: [], count: count)
        looked = Array(repeating: 0, count: count)
    }

    /// The items of the next seat for each pair of methods, no two of a pair alike.
    mutating func take() -> [[Int]] {
        for pair in queues.indices {
            for item in queues[pair].taken { holders[item].removeAll(keepingCapacity: true) }
            queues[pair].begin(trials, &random)
        }
        seat += 1
        for turn in queues.indices {
            let pair = (turn + seat) % queues.count
            for _ in 0..<trials {
                if let place = freePlace(pair) {
                    holders[queues[pair].order[place]].append(pair)
                    queues[pair].take(at: place)
                } else {
                    exchange(for: pair)
                }
            }
        }
        return queues.map { Array($0.taken) }
    }

    /// Where the first item lies that the seat has not met.
    private mutating func freePlace(_ pair: Int) -> Int? {
        let order = queues[pair].order
        var place = queues[pair].firstFree
        while place < order.count, !holders[order[place]].isEmpty { place += 1 }
        queues[pair].firstFree = place
        return place < order.count ? place : nil
    }

    /// Takes one item more for `pair`, all of whose items the seat has met: the least met one that can be reached by
    /// exchanges between pairs.
    private mutating func exchange(for pair: Int) {
        search += 1
        // How each pair was reached: what it would give up, and to whom.
        var from: [Int: (item: Int, to: Int)] = [:]
        var (reached, next) = ([pair], 0)
        var best: (met: Int, item: Int, pair: Int)?
        search: while next < reached.count {
            let taker = reached[next]
            next += 1
            // In the order of the queue, so that items are used equally often. Whoever comes later to an item finds nothing
            // new there.
            for item in queues[taker].order[queues[taker].next...]
            where looked[item] != search && !holders[item].contains(taker) {
                looked[item] = search
                let met = holders[item].count
                if met < best?.met ?? .max { best = (met, item, taker) }
                if met == 0 { break search }
                for holder in holders[item] where holder != pair && from[holder] == nil {
                    from[holder] = (item, taker)
                    reached.append(holder)
                }
            }
        }
        guard var (_, item, taker) = best else { return }
        while let step = from[taker], taker != pair {
            queues[taker].exchange(step.item, for: item)
            holders[item].append(taker)
            holders[step.item].removeAll { $0 == taker }
            (item, taker) = (step.item, step.to)
        }
        queues[pair].take(item)
        holders[item].append(pair)
    }
}
