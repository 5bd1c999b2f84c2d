/// The votes of one rate as resampling takes them.
struct ResampledRow: Sendable {
    /// How many different items stand first; 1 where they are not told.
    let firsts: Int
    /// How many different items stand second; 1 where they are not told.
    let seconds: Int
    private let pieces: [Piece]
    private let cells: [Cell]

    /// Cells of one person: of at most 32 trials together, or one alone.
    private struct Piece {
        var person: Int32
        var end: Int32
        var trials: Int
    }

    /// Votes on the same items, by their places among the row's own.
    private struct Cell {
        var first: Int32
        var second: Int32
        var wins: UInt32
        var trials: UInt32
    }

    /// The votes of `given`; those of each person together, and in no other order: all sums are of whole numbers.
    ///
    /// - Parameter people: the place of each person among all who are drawn, by index.
    /// - Parameter byItems: whether items are drawn too.
    init(_ given: [RateCell], people: [Int32], byItems: Bool) {
        let given = given.filter { $0.trials > 0 }
        let first = byItems ? IndexPlaces(given.lazy.map(\.first)) : nil
        let second = byItems ? IndexPlaces(given.lazy.map(\.second)) : nil
        var ends = [Int](repeating: 0, count: people.count + 1)
        for cell in given { ends[Int(cell.person) + 1] += 1 }
        for person in people.indices { ends[person + 1] += ends[person] }
        var places = ends
        var cells = [Cell](repeating: Cell(first: 0, second: 0, wins: 0, trials: 0), count: given.count)
        for cell in given {
            cells[places[Int(cell.person)]] = Cell(
                first: first?[cell.first] ?? 0, second: second?[cell.second] ?? 0, wins: cell.wins, trials: cell.trials)
            places[Int(cell.person)] += 1
        }
        var pieces: [Piece] = []
        for person in people.indices {
            var trials = 0
            for place in ends[person]..<ends[person + 1] {
                if trials > 0 && trials + Int(cells[place].trials) > 32 {
                    pieces.append(Piece(person: people[person], end: Int32(place), trials: trials))
                    trials = 0
                }
                trials += Int(cells[place].trials)
            }
            if trials > 0 {
                pieces.append(Piece(person: people[person], end: Int32(ends[person + 1]), trials: trials))
            }
        }
        firsts = max(1, first?.count ?? 1)
        seconds = max(1, second?.count ?? 1)
        self.pieces = pieces
        self.cells = cells
    }

    /// Wins and trials in 32 resamples: each vote counts as often as its person was drawn, times as often as each of its
    /// items was.
    func sums(
        people: ResampleWeights, firsts: ResampleWeights, seconds: ResampleWeights
    ) -> (wins: [Double], trials: [Double]) {
        let most = people.most * firsts.most * seconds.most
        var all = LaneSums()
        // Sixteen bits hold several pieces together, mostly.
        var (wins, trials, held) = (SIMD32<UInt16>(), SIMD32<UInt16>(), 0)
        var start = 0
        for piece in pieces {
            let range = start..<Int(piece.end)
            start = range.upperBound
            let drawn = people.counts[Int(piece.person)]
            guard piece.trials <= 65535 / most else {
                for cell in cells[range] {
                    all.add(
                        cell.wins, of: cell.trials, times: drawn, firsts.counts[Int(cell.first)],
                        seconds.counts[Int(cell.second)])
                }
                continue
            }
            if held + piece.trials * most > 65535 {
                all.add(wins, of: trials)
                (wins, trials, held) = (SIMD32(), SIMD32(), 0)
            }
            held += piece.trials * most
            var own = (wins: SIMD32<UInt16>(), trials: SIMD32<UInt16>())
            for cell in cells[range] {
                let weight = firsts.counts[Int(cell.first)] &* seconds.counts[Int(cell.second)]
                own.wins &+= weight &* SIMD32(repeating: UInt16(truncatingIfNeeded: cell.wins))
                own.trials &+=
                    cell.trials == 1 ? weight : weight &* SIMD32(repeating: UInt16(truncatingIfNeeded: cell.trials))
            }
            wins &+= drawn &* own.wins
            trials &+= drawn &* own.trials
        }
        all.add(wins, of: trials)
        return (all.wins, all.trials)
    }
}

/// Sums of wins and of trials in 32 resamples. Whole numbers below 2^53 are exact in any order.
private struct LaneSums {
    var wins = [Double](repeating: 0, count: ResampleWeights.lanes)
    var trials = [Double](repeating: 0, count: ResampleWeights.lanes)

    mutating func add(_ more: SIMD32<UInt16>, of all: SIMD32<UInt16>) {
        more.withLanes { more in
            all.withLanes { all in
                for lane in 0..<ResampleWeights.lanes {
                    wins[lane] += Double(more[lane])
                    trials[lane] += Double(all[lane])
                }
            }
        }
    }

    mutating func add(
        _ more: UInt32, of all: UInt32, times a: SIMD32<UInt16>, _ b: SIMD32<UInt16>, _ c: SIMD32<UInt16>
    ) {
        a.withLanes { a in
            b.withLanes { b in
                c.withLanes { c in
                    for lane in 0..<ResampleWeights.lanes {
                        let weight = Double(a[lane]) * Double(b[lane]) * Double(c[lane])
                        wins[lane] += weight * Double(more)
                        trials[lane] += weight * Double(all)
                    }
                }
            }
        }
    }
}

/// The places of indices among those that occur, in ascending order.
private struct IndexPlaces {
    /// How many occur.
    private(set) var count = 0
    private var places: [Int32] = []

    /// The places of `indices`, from -1; that one has none.
    init(_ indices: some Sequence<Int32>) {
        for index in indices where index >= 0 {
            if Int(index) >= places.count {
                places += Array(repeating: -1, count: max(Int(index) + 1 - places.count, places.count))
            }
            places[Int(index)] = 0
        }
        for index in places.indices where places[index] == 0 {
            places[index] = Int32(count)
            count += 1
        }
    }

    subscript(index: Int32) -> Int32 { index < 0 ? 0 : places[Int(index)] }
}
