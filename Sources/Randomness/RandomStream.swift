/// A stream of random numbers named by seed, purpose and index: the same three give the same numbers on every machine.
///
/// Two streams that differ in any of the three share no block of Philox. A stream is a value: a copy goes on from where
/// the original stood.
package struct RandomStream: RandomNumberGenerator, Sendable {
    private let key: SIMD2<UInt32>
    private let stream: SIMD2<UInt32>
    private var position: UInt64 = 0
    private var words = SIMD4<UInt32>()

    /// The stream for `purpose`, number `index` of its kind, under `seed`.
    package init(seed: UInt64, purpose: Purpose, index: UInt64 = 0) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        precondition(index < 1 << 48, "a stream's index has at most 48 bits")
        let named = UInt64(purpose.rawValue) << 48 | index
        stream = SIMD2(UInt32(truncatingIfNeeded: named), UInt32(truncatingIfNeeded: named >> 32))
    }

    /// What random numbers are drawn for; each purpose has streams of its own. Values are part of what a seed means:
    /// new purposes get new numbers, old ones are never renumbered.
    package enum Purpose: UInt16, Sendable {
        /// Initial weights of a network.
        case weights = 1
        /// Order of the photographs in an epoch.
        case order = 2
        /// Latent vectors in training.
        case trainingLatents = 3
        /// Latent vectors of the pictures that show progress.
        case sampleLatents = 4
        /// Latent vectors of a pool's images.
        case poolLatents = 5
        /// Choice of photographs.
        case photographs = 6
        /// Procedural faces.
        case faces = 7
        /// Pairs, orders and sides of a plan.
        case plan = 8
        /// Simulated participants.
        case participants = 9
        /// Resampling of estimates.
        case resampling = 10
        /// A seat for a person who names none.
        case seat = 11
        /// Pairs, patches and directions of the numbers for image quality.
        case quality = 12
        /// Latent vectors of the images in a study's figures.
        case figureLatents = 13
    }

    /// The next 32 uniform bits.
    package mutating func word() -> UInt32 {
        let lane = Int(position % 4)
        if lane == 0 { words = block(position / 4) }
        position += 1
        return words[lane]
    }

    /// The next 64 uniform bits.
    package mutating func next() -> UInt64 {
        let low = UInt64(word())
        return low | UInt64(word()) << 32
    }

    /// The next `words.count` times 32 uniform bits, as ``word()`` gives one after the other, faster.
    package mutating func fill(_ words: inout [UInt32]) {
        var place = 0
        while place < words.count && position % 4 != 0 {
            words[place] = word()
            place += 1
        }
        let sixteens = (words.count - place) / 16
        words.withUnsafeMutableBufferPointer { words in
            for start in stride(from: place, to: place + 16 * sixteens, by: 16) {
                let blocks = Philox.blocks(from: position / 4, stream, key: key)
                for block in 0..<4 {
                    words[start + 4 * block] = UInt32(truncatingIfNeeded: blocks.x[block])
                    words[start + 4 * block + 1] = UInt32(truncatingIfNeeded: blocks.y[block])
                    words[start + 4 * block + 2] = UInt32(truncatingIfNeeded: blocks.z[block])
                    words[start + 4 * block + 3] = UInt32(truncatingIfNeeded: blocks.w[block])
                }
                position += 16
            }
        }
        for rest in place + 16 * sixteens..<words.count { words[rest] = word() }
    }

    private func block(_ number: UInt64) -> SIMD4<UInt32> {
        Philox.block(
            counter: SIMD4(
                UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32), stream.x, stream.y),
            key: key)
    }
}
