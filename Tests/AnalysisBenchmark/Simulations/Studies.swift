import Parallel
import Randomness

/// Many studies, each with random numbers of its own.
struct Studies {
    /// How many there are.
    let count: Int
    /// Names what is simulated; each number has random numbers of its own.
    let number: UInt64

    private static let seed: UInt64 = 1
    private static let block = 100

    /// What came of each study.
    func outcomes<Outcome: Sendable>(_ study: @Sendable (inout RandomStream) -> Outcome) -> [Outcome] {
        stride(from: 0, to: count, by: Self.block).map { $0 }.mapOnAllCores { start in
            (start..<min(count, start + Self.block)).map { place in
                var stream = RandomStream(
                    seed: Self.seed, purpose: .participants, index: number << 32 | UInt64(place))
                return study(&stream)
            }
        }.flatMap { $0 }
    }
}

extension Array {
    /// The share of elements of which something is true.
    func share(_ isSo: (Element) -> Bool) -> Double {
        Double(reduce(0) { $0 + (isSo($1) ? 1 : 0) }) / Double(count)
    }
}
