import Randomness
import Testing

@testable import Preference

@Suite("Values by rank")
struct RankedValuesTests {
    @Test("every rank is that of the sorted values, in whichever order it is asked", arguments: [1, 2, 3, 10, 257])
    func ranks(count: Int) {
        var stream = RandomStream(seed: 3, purpose: .resampling, index: UInt64(count))
        for distinct in [1, 2, 5, 1000] as [UInt32] {
            let values = (0..<count).map { _ in Double(stream.word() % distinct) - 2 }
            for given in [values, values.sorted(), values.sorted(by: >)] {
                var ranked = RankedValues(given)
                let ranks = (0..<count).map { $0 * 7919 % count }
                #expect(ranks.map { ranked[$0] } == ranks.map { values.sorted()[$0] })
            }
        }
    }
}
