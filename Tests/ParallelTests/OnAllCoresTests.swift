import Parallel
import Synchronization
import Testing

@Suite("on all cores")
struct OnAllCoresTests {
    private struct Odd: Error, Equatable {
        let number: Int
    }

    @Test("each element is asked once, and the answers have the elements' order", arguments: [0, 1, 7, 1000])
    func order(_ count: Int) {
        let asked = Mutex([Int](repeating: 0, count: count))
        let squares = (0..<count).mapOnAllCores { number in
            asked.withLock { $0[number] += 1 }
            return number * number
        }
        #expect(squares == (0..<count).map { $0 * $0 })
        #expect(asked.withLock { $0.allSatisfy { $0 == 1 } })
    }

    @Test("an array is filled in the order of its places", arguments: [0, 1, 16384, 40000])
    func filled(_ count: Int) {
        #expect(Array(onAllCores: count) { 3 * $0 } == (0..<count).map { 3 * $0 })
    }

    @Test("a slice is asked from its own beginning")
    func slice() {
        #expect([5, 6, 7, 8][2...].mapOnAllCores { $0 } == [7, 8])
    }

    @Test("of several errors the first by the elements' order is thrown")
    func errors() {
        #expect(throws: Odd(number: 3)) {
            try [2, 4, 3, 6, 5, 1].mapOnAllCores { (number: Int) throws(Odd) in
                guard number.isMultiple(of: 2) else { throw Odd(number: number) }
            }
        }
    }
}
