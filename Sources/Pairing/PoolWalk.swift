import Randomness
import Study

/// Gives out a pool's images round after round, each round all of them in a new random order, so that no image is used
/// twice more than another.
struct PoolWalk {
    private let generation: PoolGeneration
    private var random: RandomStream
    private var round: [Int] = []
    private var next = 0

    init(_ generation: PoolGeneration, random: RandomStream) {
        self.generation = generation
        self.random = random
    }

    /// The next `count` images, no two of them alike; at most as many as the pool has.
    mutating func take(_ count: Int) -> [PoolEntry] {
        var taken = Array(round[next..<min(round.count, next + count)])
        next += taken.count
        let missing = count - taken.count
        if missing > 0 {
            startRound(sparing: Set(taken), among: missing)
            taken += round[..<missing]
            next = missing
        }
        return taken.map { PoolEntry(pool: generation.pool, generation: generation.number, index: $0) }
    }

    /// Shuffles again; the images in `used` change places with later ones where they came among the first `first`.
    private mutating func startRound(sparing used: Set<Int>, among first: Int) {
        round = random.permutation(generation.count)
        var spare = first
        for place in 0..<first where used.contains(round[place]) {
            while used.contains(round[spare]) { spare += 1 }
            round.swapAt(place, spare)
            spare += 1
        }
    }
}
