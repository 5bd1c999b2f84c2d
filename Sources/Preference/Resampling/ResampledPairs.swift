/// Votes on pairs of items as resampling takes them, without ties and without the order in which items were shown.
struct ResampledPairs: Sendable {
    /// The pairs that have votes, by lower and then by higher index.
    let pairs: [Pair]
    private let cells: [Cell]
    /// For each person the end of the person's votes in ``cells``, and the greatest count there.
    private let people: [(end: Int, most: Int)]

    /// Two items, and whether anybody chose the one and the other.
    struct Pair {
        let first: Int
        let second: Int
        let hasFirstWins: Bool
        let hasSecondWins: Bool
    }

    /// One person's votes on one pair.
    private struct Cell {
        var pair: Int32
        var firstWins: UInt32
        var secondWins: UInt32
    }

    /// How many people there are.
    var count: Int { people.count }

    /// The votes of people who counted any.
    init(_ counts: PersonPairCounts) {
        let all = counts.pairCounts.pairs.filter { $0.firstWins + $0.secondWins > 0 }
        var places = [Int](repeating: -1, count: counts.items * counts.items)
        for (place, pair) in all.enumerated() { places[pair.first * counts.items + pair.second] = place }
        var cells: [Cell] = []
        var people: [(end: Int, most: Int)] = []
        var votes = [(first: Int, second: Int)](repeating: (0, 0), count: all.count)
        for person in counts.people {
            var touched: [Int] = []
            for cell in counts.cells[person.cells] where cell.firstWins + cell.secondWins > 0 {
                let isAscending = cell.first < cell.second
                let place = places[min(cell.first, cell.second) * counts.items + max(cell.first, cell.second)]
                if votes[place] == (0, 0) { touched.append(place) }
                votes[place].first += isAscending ? cell.firstWins : cell.secondWins
                votes[place].second += isAscending ? cell.secondWins : cell.firstWins
            }
            guard !touched.isEmpty else { continue }
            var most = 0
            for place in touched {
                let (first, second) = votes[place]
                cells.append(Cell(pair: Int32(place), firstWins: UInt32(first), secondWins: UInt32(second)))
                most = max(most, first, second)
                votes[place] = (0, 0)
            }
            people.append((cells.count, most))
        }
        pairs = all.map { pair in
            Pair(
                first: pair.first, second: pair.second, hasFirstWins: pair.firstWins > 0,
                hasSecondWins: pair.secondWins > 0)
        }
        self.cells = cells
        self.people = people
    }

    /// How often the first of each pair was chosen in 32 resamples, and then how often the second was: all pairs in the
    /// first eight resamples, then in the next ones.
    func sums(_ weights: ResampleWeights) -> (firstWins: [WarmFits.Lanes], secondWins: [WarmFits.Lanes]) {
        var all = PairSums(pairs: pairs.count)
        let most = weights.most
        weights.counts.withUnsafeBytes { weights in
            let drawn = weights.assumingMemoryBound(to: UInt16.self)
            guard let first = drawn.baseAddress else { return }
            var start = 0
            for (person, votes) in people.enumerated() {
                let drawn = first + person * ResampleWeights.lanes
                let fits = all.makeRoom(for: votes.most, times: most)
                for cell in cells[start..<votes.end] {
                    if fits {
                        all.add(Int(cell.pair), cell.firstWins, cell.secondWins, times: drawn)
                    } else {
                        all.addMany(Int(cell.pair), cell.firstWins, cell.secondWins, times: drawn)
                    }
                }
                start = votes.end
            }
        }
        all.flush()
        return (all.firstWins, all.secondWins)
    }
}

/// Sums of votes on pairs in 32 resamples. Whole numbers below 2^53 are exact in any order.
private struct PairSums {
    private(set) var firstWins: [WarmFits.Lanes]
    private(set) var secondWins: [WarmFits.Lanes]
    private let pairs: Int
    /// Sums that still fit in sixteen bits: of each pair's first wins in all resamples, and then of its second wins.
    private var held: [UInt16]
    /// The most that one of them can be.
    private var most = 0

    init(pairs: Int) {
        self.pairs = pairs
        firstWins = Array(repeating: .zero, count: ResampleWeights.lanes / WarmFits.Lanes.scalarCount * pairs)
        secondWins = firstWins
        held = Array(repeating: 0, count: 2 * pairs * ResampleWeights.lanes)
    }

    /// Whether one more person's counts, each up to `count`, can be added in sixteen bits.
    mutating func makeRoom(for count: Int, times weight: Int) -> Bool {
        guard count <= 65535 / weight else { return false }
        if most + count * weight > 65535 { flush() }
        most += count * weight
        return true
    }

    mutating func add(_ pair: Int, _ firstWins: UInt32, _ secondWins: UInt32, times weights: UnsafePointer<UInt16>) {
        let (first, second) = (UInt16(truncatingIfNeeded: firstWins), UInt16(truncatingIfNeeded: secondWins))
        held.withUnsafeMutableBufferPointer { held in
            let start = 2 * pair * ResampleWeights.lanes
            for lane in 0..<ResampleWeights.lanes { held[start + lane] &+= weights[lane] &* first }
            let next = start + ResampleWeights.lanes
            for lane in 0..<ResampleWeights.lanes { held[next + lane] &+= weights[lane] &* second }
        }
    }

    mutating func addMany(
        _ pair: Int, _ firstWins: UInt32, _ secondWins: UInt32, times weights: UnsafePointer<UInt16>
    ) {
        for place in eights(of: pair) {
            let lanes = WarmFits.Lanes(weights, from: place / pairs * WarmFits.Lanes.scalarCount)
            self.firstWins[place] += lanes * Double(firstWins)
            self.secondWins[place] += lanes * Double(secondWins)
        }
    }

    /// Takes what is held into the sums.
    mutating func flush() {
        held.withUnsafeBufferPointer { held in
            guard let held = held.baseAddress else { return }
            for pair in 0..<pairs {
                for place in eights(of: pair) {
                    let start = 2 * pair * ResampleWeights.lanes + place / pairs * WarmFits.Lanes.scalarCount
                    firstWins[place] += WarmFits.Lanes(held, from: start)
                    secondWins[place] += WarmFits.Lanes(held, from: start + ResampleWeights.lanes)
                }
            }
        }
        held.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        most = 0
    }

    /// The places of a pair's sums, eight resamples each.
    private func eights(of pair: Int) -> StrideTo<Int> { stride(from: pair, to: firstWins.count, by: pairs) }
}

extension WarmFits.Lanes {
    /// Eight of many numbers.
    fileprivate init(_ numbers: UnsafePointer<UInt16>, from start: Int) {
        let bytes = UnsafeRawPointer(numbers + start)
        self.init(bytes.loadUnaligned(as: SIMD8<UInt16>.self))
    }
}
