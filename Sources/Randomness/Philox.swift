/// Philox4x32-10, a counter-based random number generator: every block of four words is a pure function of key and
/// counter, so any number of any stream can be had without the ones before it.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011; checked against the
/// known-answer vectors of its reference implementation, Random123.
package enum Philox {
    /// The block at `counter` under `key`: four uniform 32-bit words.
    package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var counter = counter
        var key = key
        for _ in 0..<9 {
            counter = round(counter, key)
            key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
        }
        return round(counter, key)
    }

    private static func round(_ counter: SIMD4<UInt32>, _ key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        let first = UInt64(counter.x) &* 0xD251_1F53
        let second = UInt64(counter.z) &* 0xCD9E_8D57
        return SIMD4(
            UInt32(truncatingIfNeeded: second >> 32) ^ counter.y ^ key.x, UInt32(truncatingIfNeeded: second),
            UInt32(truncatingIfNeeded: first >> 32) ^ counter.w ^ key.y, UInt32(truncatingIfNeeded: first))
    }
}
