import Foundation

/// Random numbers for tests that interrupt at random: others in every run, unless DOTCHI_TEST_SEED names those of an
/// earlier one. A test prints its ``seed`` with every failure.
package struct Draw: RandomNumberGenerator, Sendable {
    /// What DOTCHI_TEST_SEED must be for the same numbers.
    package let seed: UInt64
    private var state: UInt64

    /// A new draw.
    package init() {
        let given = ProcessInfo.processInfo.environment["DOTCHI_TEST_SEED"].flatMap { UInt64($0) }
        seed = given ?? UInt64.random(in: 0..<1_000_000_000)
        state = seed
    }

    /// How to get the same numbers again.
    package var again: String { "DOTCHI_TEST_SEED=\(seed) draws the same" }

    /// The next 64 bits: SplitMix64 (Steele, Lea, Flood, 2014).
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}
