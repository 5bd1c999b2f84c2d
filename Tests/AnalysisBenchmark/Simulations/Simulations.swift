/// All that is simulated, seeded.
struct Simulations: Encodable {
    let coverage: [Coverage]
    let sides: [SideAlarms]
    let watching: [Watching]

    /// - Parameter studies: how many of each kind that takes thousands; the others take five times as many.
    init(studies: Int) {
        var number: UInt64 = 0
        func next(_ count: Int) -> Studies {
            number += 1
            return Studies(count: count, number: number)
        }
        coverage = [0.5, 0.6, 0.7].map { Coverage(rate: $0, correlation: 0.1, next(5 * studies)) }
        sides = [0, 0.1, 0.3].map { SideAlarms(correlation: $0, next(5 * studies)) }
        watching = [(0.5, 0), (0.5, 0.1), (0.5, 0.3), (0.55, 0.1), (0.6, 0.1), (0.7, 0.1)].map { rate, correlation in
            Watching(rate: rate, correlation: correlation, next(studies))
        }
    }
}
