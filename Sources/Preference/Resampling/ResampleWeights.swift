import Randomness

/// How often each of a number of units, such as people, is drawn in resamples of as many, with replacement: 32 resamples
/// side by side.
struct ResampleWeights {
    /// The number of resamples side by side.
    static let lanes = 32
    /// How often each unit is drawn, in each of the resamples.
    private(set) var counts: [SIMD32<UInt16>]
    /// The greatest of ``counts``.
    private(set) var most = 1

    /// What is drawn; units of different kinds are drawn independently of each other.
    enum Kind {
        case people
        /// Items of a kind, by index.
        case items(Int)

        fileprivate var number: UInt64 {
            switch self {
            case .people: 0
            case .items(let kind): UInt64(kind + 1)
            }
        }
    }

    /// Draws of `units` units in 32 resamples from number `first` on.
    ///
    /// Resample number r takes the stream 2^32 k + r, k being 0 for people and from 1 on for the kinds of items: one word
    /// for each draw, and another one where that word would make some units more probable than others (Lemire's method).
    ///
    /// - Parameter units: 0 ..< 2^32.
    init(of units: Int, _ kind: Kind, first: Int, seed: UInt64) {
        counts = Array(repeating: SIMD32(repeating: units == 1 ? 1 : 0), count: units)
        guard units > 1 else { return }
        var words = [UInt32](repeating: 0, count: min(units, 1024))
        // Eight resamples at a time, so that what is written to stays near.
        for lane in stride(from: 0, to: Self.lanes, by: 8) {
            var part = [SIMD8<UInt16>](repeating: SIMD8(repeating: 0), count: units)
            part.withUnsafeMutableBytes { part in
                let part = part.bindMemory(to: UInt16.self)
                for inner in 0..<8 {
                    let number = UInt64(first + lane + inner)
                    var stream = RandomStream(seed: seed, purpose: .resampling, index: kind.number << 32 | number)
                    Self.draw(units, from: &stream, words: &words) { part[$0 &* 8 &+ inner] &+= 1 }
                }
            }
            counts.withUnsafeMutableBytes { counts in
                part.withUnsafeBytes { part in
                    for unit in 0..<units {
                        let eight = part.load(fromByteOffset: unit * 16, as: SIMD8<UInt16>.self)
                        counts.storeBytes(of: eight, toByteOffset: unit * 64 + lane * 2, as: SIMD8<UInt16>.self)
                        most = max(most, Int(eight.max()))
                    }
                }
            }
        }
    }

    /// Draws as many of the units as there are.
    @inline(__always)
    private static func draw(
        _ units: Int, from stream: inout RandomStream, words: inout [UInt32], _ take: (Int) -> Void
    ) {
        let bound = UInt32(units)
        let rejected = (0 &- bound) % bound
        var left = units
        while left > 0 {
            stream.fill(&words)
            for word in words {
                let product = UInt64(word) &* UInt64(bound)
                guard UInt32(truncatingIfNeeded: product) >= rejected else { continue }
                take(Int(truncatingIfNeeded: product >> 32))
                left &-= 1
                if left == 0 { return }
            }
        }
    }
}

extension SIMD32<UInt16> {
    /// The lanes in memory, where they are taken one by one faster.
    @inline(__always)
    func withLanes(_ take: (UnsafeBufferPointer<UInt16>) -> Void) {
        withUnsafeBytes(of: self) { take($0.assumingMemoryBound(to: UInt16.self)) }
    }
}
