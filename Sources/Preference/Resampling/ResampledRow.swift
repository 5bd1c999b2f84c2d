/// Votes as resampling takes them.
struct ResampledRow: Sendable {
    private let pieces: [Piece]
    private let cells: [Cell]

    /// Cells of one person: of at most 32 trials together, or one alone. Those of one trial come first, won ones before
    /// lost ones.
    private struct Piece {
        var person: Int32
        var won: Int32
        var lost: Int32
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
    /// - Parameter first: the places of the items that stand first among all that are drawn; nil where none are.
    /// - Parameter second: those of the items that stand second.
    init(_ given: [RateCell], people: IndexPlaces, first: IndexPlaces? = nil, second: IndexPlaces? = nil) {
        let given = given.filter { $0.trials > 0 }
        // Three places a person: by ``kind(_:)``.
        var ends = [Int](repeating: 0, count: 3 * people.bound + 1)
        for cell in given { ends[3 * Int(cell.person) + Self.kind(cell) + 1] += 1 }
        for place in 0..<(3 * people.bound) { ends[place + 1] += ends[place] }
        var places = ends
        var cells = [Cell](repeating: Cell(first: 0, second: 0, wins: 0, trials: 0), count: given.count)
        for cell in given {
            let place = 3 * Int(cell.person) + Self.kind(cell)
            cells[places[place]] = Cell(
                first: first?[cell.first] ?? 0, second: second?[cell.second] ?? 0, wins: cell.wins, trials: cell.trials)
            places[place] += 1
        }
        var pieces: [Piece] = []
        for person in 0..<people.bound {
            let (won, lost, end) = (ends[3 * person + 1], ends[3 * person + 2], ends[3 * person + 3])
            func add(_ range: Range<Int>, _ trials: Int) {
                pieces.append(
                    Piece(
                        person: people[Int32(person)], won: Int32(min(won, range.upperBound)),
                        lost: Int32(min(lost, range.upperBound)), end: Int32(range.upperBound), trials: trials))
            }
            var (start, trials) = (ends[3 * person], 0)
            for place in start..<end {
                if trials > 0 && trials + Int(cells[place].trials) > 32 {
                    add(start..<place, trials)
                    (start, trials) = (place, 0)
                }
                trials += Int(cells[place].trials)
            }
            if trials > 0 { add(start..<end, trials) }
        }
        self.pieces = pieces
        self.cells = cells
    }

    /// Where cells stand among a person's: 0 for one vote won, 1 for one lost, 2 for all others.
    private static func kind(_ cell: RateCell) -> Int { cell.trials > 1 ? 2 : cell.wins > 0 ? 0 : 1 }

    /// Wins and trials in 32 resamples: each vote counts as often as its person was drawn, times as often as each of its
    /// items was.
    func sums(
        people: ResampleWeights, firsts: ResampleWeights, seconds: ResampleWeights
    ) -> Sums {
        let most = people.most * firsts.most * seconds.most
        var all = Sums()
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
            let won = max(range.lowerBound, Int(piece.won))
            let lost = max(range.lowerBound, Int(piece.lost))
            for cell in cells[range.lowerBound..<won] {
                own.wins &+= firsts.counts[Int(cell.first)] &* seconds.counts[Int(cell.second)]
            }
            for cell in cells[won..<lost] {
                own.trials &+= firsts.counts[Int(cell.first)] &* seconds.counts[Int(cell.second)]
            }
            own.trials &+= own.wins
            for cell in cells[lost..<range.upperBound] {
                let weight = firsts.counts[Int(cell.first)] &* seconds.counts[Int(cell.second)]
                own.wins &+= weight &* SIMD32(repeating: UInt16(truncatingIfNeeded: cell.wins))
                own.trials &+= weight &* SIMD32(repeating: UInt16(truncatingIfNeeded: cell.trials))
            }
            wins &+= drawn &* own.wins
            trials &+= drawn &* own.trials
        }
        all.add(wins, of: trials)
        return all
    }

    /// Sums of wins and of trials in 32 resamples. Whole numbers below 2^53 are exact in any order.
    struct Sums: Sendable {
        private(set) var wins = [Double](repeating: 0, count: ResampleWeights.lanes)
        private(set) var trials = [Double](repeating: 0, count: ResampleWeights.lanes)

        fileprivate mutating func add(_ more: SIMD32<UInt16>, of all: SIMD32<UInt16>) {
            more.withLanes { more in
                all.withLanes { all in
                    for lane in 0..<ResampleWeights.lanes {
                        wins[lane] += Double(more[lane])
                        trials[lane] += Double(all[lane])
                    }
                }
            }
        }

        fileprivate mutating func add(
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
}
