import Parallel

/// Rates as sums over parts of the votes, and what they are in each resample.
struct RateSums: Sendable {
    /// The greatest number of items that resampling takes, of all kinds together.
    private static let mostItems = 1 << 17

    private let asked: [Asked]
    /// By rate why it has no resamples.
    private let undefined: [Undefined?]
    private let people: IndexPlaces
    /// The items of each kind.
    private let kinds: [IndexPlaces]
    private let parts: [Part]

    /// A rate to be resampled.
    struct Asked: Sendable {
        /// The parts whose votes it counts.
        let uses: [RatePart.Use]
        /// Whether items are drawn too.
        let byItems: Bool
    }

    /// The votes of a part, as far as some rate takes them.
    private struct Part: Sendable {
        var byPeople: ResampledRow?
        var byItems: ResampledRow?
        let firstKind: Int
        /// The kind of second items; nil where votes have one item.
        let secondKind: Int?
    }

    /// Rates of the votes of `parts`.
    init(_ parts: [RatePart], _ asked: [Asked]) {
        let facts = parts.map(PartFacts.init)
        let undefined = asked.map { rate in
            rate.uses.reduce(PartFacts()) { $0.with(facts[$1.part]) }.undefined(byItems: rate.byItems)
        }
        var byPeople = [Bool](repeating: false, count: parts.count)
        var byItems = byPeople
        for (rate, undefined) in zip(asked, undefined) where undefined == nil {
            for use in rate.uses {
                if rate.byItems { byItems[use.part] = true } else { byPeople[use.part] = true }
            }
        }
        let seconds = zip(parts, facts).map { $1.hasSecond == true ? $0.secondKind : nil }
        var people = IndexPlaces()
        let most = parts.reduce(-1) { max($0, $1.firstKind, $1.secondKind) }
        var kinds = [IndexPlaces](repeating: IndexPlaces(), count: most + 1)
        for (number, part) in parts.enumerated() {
            let cells = part.cells.lazy.filter { $0.trials > 0 }
            people.insert(cells.map(\.person))
            guard byItems[number] else { continue }
            kinds[part.firstKind].insert(cells.map(\.first))
            if seconds[number] != nil { kinds[part.secondKind].insert(cells.map(\.second)) }
        }
        people.number()
        for kind in kinds.indices { kinds[kind].number() }
        let isTooMuch = kinds.reduce(0) { $0 + $1.count } > Self.mostItems
        self.asked = asked
        self.undefined = zip(asked, undefined).map { $1 ?? ($0.byItems && isTooMuch ? .manyItems : nil) }
        (self.people, self.kinds) = (people, kinds)
        let (persons, items, isByPeople, isByItems) = (people, kinds, byPeople, byItems)
        self.parts = parts.enumerated().map { $0 }.mapOnAllCores { number, part in
            let (first, second) = (items[part.firstKind], seconds[number].map { items[$0] })
            return Part(
                byPeople: isByPeople[number] ? ResampledRow(part.votesOfPeople, people: persons) : nil,
                byItems: isByItems[number] && !isTooMuch
                    ? ResampledRow(part.cells, people: persons, first: first, second: second) : nil,
                firstKind: part.firstKind, secondKind: seconds[number])
        }
    }

    /// Each rate in each resample, nil where there is none; or why there are no resamples.
    func values(resamples: Int, seed: UInt64) -> [Estimate<[Double?]>] {
        guard undefined.contains(nil) else { return undefined.compactMap { $0.map { .failure($0) } } }
        let blocks = stride(from: 0, to: resamples, by: ResampleWeights.lanes).map { $0 }
        let found = blocks.mapOnAllCores { start in
            let sums = sums(from: start, seed: seed)
            let lanes = min(ResampleWeights.lanes, resamples - start)
            return zip(asked, undefined).map { $1 == nil ? Self.values($0, of: sums, lanes: lanes) : [] }
        }
        return undefined.enumerated().map { place, undefined in
            undefined.map { .failure($0) } ?? .success(found.flatMap { $0[place] })
        }
    }

    /// The sums of each part in a block of resamples.
    private func sums(
        from start: Int, seed: UInt64
    ) -> [(byPeople: ResampledRow.Sums?, byItems: ResampledRow.Sums?)] {
        func drawn(_ units: Int, _ kind: ResampleWeights.Kind) -> ResampleWeights {
            ResampleWeights(of: units, kind, first: start, seed: seed)
        }
        let people = drawn(people.count, .people)
        let once = drawn(1, .items(0))
        let isByItems = parts.contains { $0.byItems != nil }
        let items = kinds.enumerated().map { isByItems ? drawn(max(1, $1.count), .items($0)) : once }
        return parts.map { part in
            (
                part.byPeople?.sums(people: people, firsts: once, seconds: once),
                part.byItems?.sums(
                    people: people, firsts: items[part.firstKind], seconds: part.secondKind.map { items[$0] } ?? once)
            )
        }
    }

    /// A rate in the resamples of a block.
    private static func values(
        _ rate: Asked, of sums: [(byPeople: ResampledRow.Sums?, byItems: ResampledRow.Sums?)], lanes: Int
    ) -> [Double?] {
        (0..<lanes).map { lane in
            var (wins, trials) = (0.0, 0.0)
            for use in rate.uses {
                guard let own = rate.byItems ? sums[use.part].byItems : sums[use.part].byPeople else { continue }
                wins += use.isTurned ? own.trials[lane] - own.wins[lane] : own.wins[lane]
                trials += own.trials[lane]
            }
            return trials > 0 ? wins / trials : nil
        }
    }
}
