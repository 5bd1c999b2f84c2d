import Randomness
import Testing

@Suite("Streams of random numbers")
struct RandomStreamTests {
    @Test("a seed means the same numbers for ever")
    func goldenNumbers() {
        var stream = RandomStream(seed: 1, purpose: .plan)
        #expect(
            (0..<3).map { _ in stream.next() } == [
                9_872_882_012_379_680_973, 6_108_168_303_296_032_604, 15_104_005_495_099_615_522,
            ])
        var draws = RandomStream(seed: 0xDEAD_BEEF_0123_4567, purpose: .participants, index: 7)
        #expect((0..<6).map { _ in draws.below(1000) } == [723, 145, 256, 64, 766, 831])
        #expect(draws.permutation(8) == [0, 5, 7, 2, 4, 3, 6, 1])
    }

    @Test("the first words of a stream are Philox's block of its name")
    func wordsOfABlock() {
        var stream = RandomStream(seed: 0x0000_0002_0000_0001, purpose: .plan, index: 5)
        let words = (0..<8).map { _ in stream.word() }
        // The name is 16 bits of purpose and 48 bits of index.
        for (number, half) in [words[0..<4], words[4..<8]].enumerated() {
            let block = Philox.block(counter: SIMD4(UInt32(number), 0, 5, 8 << 16), key: SIMD2(1, 2))
            #expect(Array(half) == [block.x, block.y, block.z, block.w])
        }
    }

    @Test("words taken many at once are those taken one by one", arguments: [0, 1, 2, 3, 4, 5, 11, 1000])
    func manyWords(count: Int) {
        for before in 0..<5 {
            var one = RandomStream(seed: 3, purpose: .resampling, index: 9)
            for _ in 0..<before { _ = one.word() }
            var many = one
            var words = [UInt32](repeating: 0, count: count)
            many.fill(&words)
            #expect(words == (0..<count).map { _ in one.word() })
            #expect(many.word() == one.word(), "and it goes on there")
        }
    }

    @Test("streams that differ in seed, purpose or index share no number")
    func streamsDiffer() {
        var seen: Set<UInt64> = []
        for seed in [0, 1, 1 << 40] as [UInt64] {
            for purpose in [RandomStream.Purpose.weights, .plan, .seat] {
                for index in [0, 1, 1 << 47] as [UInt64] {
                    var stream = RandomStream(seed: seed, purpose: purpose, index: index)
                    for _ in 0..<100 { seen.insert(stream.next()) }
                }
            }
        }
        #expect(seen.count == 27 * 100)
    }

    @Test("a copy goes on from where the original stood")
    func copies() {
        var stream = RandomStream(seed: 3, purpose: .order)
        _ = stream.word()
        var copy = stream
        #expect((0..<9).map { _ in stream.word() } == (0..<9).map { _ in copy.word() })
    }

    @Test("uniform numbers fill [0, 1) evenly")
    func uniform() {
        var stream = RandomStream(seed: 4, purpose: .faces)
        var cells = [Int](repeating: 0, count: 20)
        var isInRange = true
        for _ in 0..<40_000 {
            let number = stream.uniform()
            let float = stream.uniformFloat()
            isInRange = isInRange && 0 <= number && number < 1 && 0 <= float && float < 1
            guard isInRange else { break }
            cells[Int(number * 10)] += 1
            cells[10 + Int(float * 10)] += 1
        }
        #expect(isInRange)
        // Chi-square at 9 degrees of freedom is above 33.7 once in 10,000.
        #expect(chiSquare(cells[..<10]) < 33.7)
        #expect(chiSquare(cells[10...]) < 33.7)
    }

    @Test("whole numbers below a bound are equally likely", arguments: [1, 2, 3, 7, 10, 22])
    func below(bound: Int) {
        var stream = RandomStream(seed: 5, purpose: .photographs, index: UInt64(bound))
        var cells = [Int](repeating: 0, count: bound)
        for _ in 0..<bound * 3000 { cells[stream.below(bound)] += 1 }
        // 52.4 is passed at 21 degrees of freedom once in 5,000, more seldom at fewer.
        #expect(chiSquare(cells[...]) < 52.4)
    }

    @Test("a bound that is no divisor of 2^64 leaves no number out and favours none")
    func largeBound() {
        // Taken modulo the bound, two thirds of all draws would lie in the lower half of this one.
        let bound = Int.max / 4 * 3
        var stream = RandomStream(seed: 6, purpose: .photographs)
        let inLowerHalf = (0..<20_000).count { _ in stream.below(bound) < bound / 2 }
        #expect(abs(inLowerHalf - 10_000) < 300)
    }

    @Test("normal numbers have the moments of N(0, 1) and do not correlate")
    func normals() {
        var stream = RandomStream(seed: 7, purpose: .weights)
        let count = 40_000.0
        var (sum, squares, fourths, products) = (0.0, 0.0, 0.0, 0.0)
        for _ in 0..<Int(count) / 2 {
            let (one, other) = stream.normals()
            for number in [one, other] {
                sum += number
                squares += number * number
                fourths += number * number * number * number
            }
            products += one * other
        }
        // Four standard errors each.
        #expect(abs(sum / count) < 4 / count.squareRoot())
        #expect(abs(squares / count - 1) < 4 * (2 / count).squareRoot())
        #expect(abs(fourths / count - 3) < 4 * (96 / count).squareRoot())
        #expect(abs(products / (count / 2)) < 4 / (count / 2).squareRoot())
    }

    @Test("a permutation has every number once, and all orders are equally likely")
    func permutations() {
        var stream = RandomStream(seed: 8, purpose: .order)
        #expect(stream.permutation(0) == [])
        #expect(stream.permutation(500).sorted() == Array(0..<500))
        var orders: [[Int]: Int] = [:]
        for _ in 0..<24_000 { orders[stream.permutation(4), default: 0] += 1 }
        #expect(orders.count == 24)
        // 58.6 is passed at 23 degrees of freedom once in 17,000.
        #expect(chiSquare(Array(orders.values)[...]) < 58.6)
    }

    /// Pearson's statistic of counts that are expected to be equal.
    private func chiSquare(_ counts: ArraySlice<Int>) -> Double {
        let expected = Double(counts.reduce(0, +)) / Double(counts.count)
        return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    }
}
