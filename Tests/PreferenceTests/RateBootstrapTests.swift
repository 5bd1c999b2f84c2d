import Preference
import Randomness
import Testing

@Suite("Resamples of rates")
struct RateBootstrapTests {
    private let cells: [RateCell] = (0..<60).map { (place: Int) -> RateCell in
        let (person, first, second) = (place * 7 % 9 * 3, place * 5 % 6 + 2, place % 4)
        return RateCell(
            person: Int32(person), first: Int32(first), second: Int32(second), wins: UInt32(place * 11 % 4),
            trials: UInt32(place % 3 + 3))
    }

    @Test("people drawn again and again agree with resamples written out")
    func people() throws {
        let people = votes(of: cells)
        let found = try bootstrap(people, resamples: 70)
        let rates = (0..<70).map { number in
            let drawn = draws(9, kind: 0, number: number)
            // Nine people voted: those with indices 0, 3, ... 24.
            return rate(cells.map { ($0, drawn[Int($0.person) / 3]) })
        }
        try expect(found, rates)
    }

    @Test("people and items drawn again and again agree with resamples written out")
    func items() throws {
        let found = try ofItems(cells, resamples: 70, seed: 5, level: 0.9).get()
        let rates = (0..<70).map { number in
            let drawn = (0..<3).map { draws([9, 6, 4][$0], kind: $0, number: number) }
            return rate(
                cells.map {
                    ($0, drawn[0][Int($0.person) / 3] * drawn[1][Int($0.first) - 2] * drawn[2][Int($0.second)])
                })
        }
        try expect(found, rates)
    }

    @Test("with one item of each kind, people alone differ")
    func oneItem() throws {
        let alike = cells.map { RateCell(person: $0.person, first: 8, second: 3, wins: $0.wins, trials: $0.trials) }
        let found = ofItems(alike, resamples: 50, seed: 5, level: 0.9)
        #expect(found == RateBootstrap.ofPeople([votes(of: cells)], resamples: 50, seed: 5, level: 0.9).first)
        let single = cells.map { RateCell(person: $0.person, first: 8, wins: $0.wins, trials: $0.trials) }
        #expect(found == ofItems(single, resamples: 50, seed: 5, level: 0.9))
    }

    @Test("neither the order of votes nor their number alone changes a digit")
    func order() {
        let found = ofItems(cells, resamples: 100, seed: 1, level: 0.95)
        #expect(found == ofItems(cells.reversed(), resamples: 100, seed: 1, level: 0.95))
        #expect(found == ofItems(cells + cells, resamples: 100, seed: 1, level: 0.95))
        // These no longer fit in sixteen bits.
        let many = cells.map {
            RateCell(
                person: $0.person, first: $0.first, second: $0.second, wins: $0.wins << 20, trials: $0.trials << 20)
        }
        #expect(found == ofItems(many, resamples: 100, seed: 1, level: 0.95))
        #expect(found != ofItems(cells, resamples: 100, seed: 2, level: 0.95))
    }

    @Test("several rates take the same draws of people")
    func several() {
        let people = votes(of: cells)
        let other = people.map { Proportion(successes: $0.trials - $0.successes, trials: $0.trials) }
        let found = RateBootstrap.ofPeople([people, other], resamples: 100, seed: 1, level: 0.95)
        #expect(found[0] == RateBootstrap.ofPeople([people], resamples: 100, seed: 1, level: 0.95)[0])
        #expect(found[1] == RateBootstrap.ofPeople([other], resamples: 100, seed: 1, level: 0.95)[0])
    }

    @Test("resamples without a rate are counted")
    func missing() throws {
        // Each of four people saw one of three items: a resample may have no item of its people.
        let cells = (0..<4).map { RateCell(person: $0, first: $0 % 3, second: 0, wins: UInt32($0 % 2), trials: 1) }
        let found = ofItems(cells, resamples: 500, seed: 5, level: 0.9)
        let lacking = (0..<500).count { number in
            let (people, items) = (draws(4, kind: 0, number: number), draws(3, kind: 1, number: number))
            return (0..<4).allSatisfy { people[$0] * items[$0 % 3] == 0 }
        }
        #expect(try found.get().missing == lacking && lacking > 0)
        #expect(try found.get().resamples == 500)
    }

    @Test("what cannot be resampled says why")
    func undefined() {
        func items(_ cells: [RateCell]) -> Estimate<RateBootstrap> {
            ofItems(cells, resamples: 40, seed: 1, level: 0.95)
        }
        #expect(items([]) == .failure(.noVotes))
        #expect(items([RateCell(person: 1, first: 1, wins: 0, trials: 0)]) == .failure(.noVotes))
        #expect(items([RateCell(person: 1, first: 1, wins: 1, trials: 4)]) == .failure(.onePerson))
        let nameless: [(Int32, Int32, Int32)] = [(0, 1, -1), (1, -1, -1)]
        let mixed: [(Int32, Int32, Int32)] = [(0, 1, -1), (1, 1, 1)]
        for places in [nameless, mixed] {
            let cells = places.map { RateCell(person: $0.0, first: $0.1, second: $0.2, wins: 1, trials: 4) }
            #expect(items(cells) == .failure(.noItems))
        }
        #expect(items((0..<4).map { RateCell(person: $0, first: 0, wins: 1, trials: 2) }) == .failure(.noSpread))
        let many = (0..<140_000).map { RateCell(person: $0 % 8, first: $0, wins: 1, trials: 2) }
        #expect(items(many) == .failure(.manyItems))
        #expect(RateBootstrap.ofPeople([[Proportion]](), resamples: 40, seed: 1, level: 0.95).isEmpty)
    }

    @Test(
        "first names: the spread is CR2's to 5 %, and the interval that of the clustered rate",
        .enabled(if: ReferenceSet.isGiven, ReferenceSet.skipped))
    func firstNames() throws {
        let rows = SelectionRate.table(methods: 6, comparisons: try FirstNames.comparisons())
        let found = RateBootstrap.ofPeople(rows.map(\.people), resamples: 2000, seed: 1, level: 0.95)
        for (row, found) in zip(rows, found) {
            let (clustered, found) = (try row.clustered(level: 0.95).get(), try found.get())
            #expect(abs(found.error / clustered.errorCR2 - 1) < 0.05, "\(row.method) against \(row.against ?? -1)")
            #expect(abs(found.interval.low - clustered.interval.low) < 0.25 * clustered.errorCR2)
            #expect(abs(found.interval.high - clustered.interval.high) < 0.25 * clustered.errorCR2)
            #expect(found.missing == 0)
        }
    }

    @Test("rates add up the votes of their parts, each kind of items drawn once, whichever way round they stand")
    func parts() throws {
        // Items of kind 0 stand first in one part and second in the other.
        let turned = cells.map {
            RateCell(
                person: $0.person, first: $0.second, second: $0.first, wins: $0.trials - $0.wins, trials: $0.trials)
        }
        let (some, others) = (Array(cells.prefix(25)), Array(turned.dropFirst(25)))
        let parts = [
            RatePart(cells: some, firstKind: 0, secondKind: 1), RatePart(cells: others, firstKind: 1, secondKind: 0),
        ]
        let uses = [[RatePart.Use(0), RatePart.Use(1, isTurned: true)], [RatePart.Use(1)], [RatePart.Use(0)], []]
        let found = RateBootstrap.ofBoth(parts, rates: uses, resamples: 100, seed: 5, level: 0.9)
        #expect(found[0].items == ofItems(cells, resamples: 100, seed: 5, level: 0.9))
        #expect(found[0].people == RateBootstrap.ofPeople([votes(of: cells)], resamples: 100, seed: 5, level: 0.9)[0])
        #expect(
            found[1].people == RateBootstrap.ofPeople([votes(of: others)], resamples: 100, seed: 5, level: 0.9)[0])
        #expect(found[1].items != found[2].items)
        #expect(found[3].items == .failure(.noVotes) && found[3].people == .failure(.noVotes))
    }

    private func ofItems(
        _ cells: [RateCell], resamples: Int, seed: UInt64, level: Double
    ) -> Estimate<RateBootstrap> {
        RateBootstrap.ofBoth(
            [RatePart(cells: cells)], rates: [[RatePart.Use(0)]], resamples: resamples, seed: seed, level: level)[
                0
            ]
            .items
    }

    private func bootstrap(_ people: [Proportion], resamples: Int) throws -> RateBootstrap {
        try #require(RateBootstrap.ofPeople([people], resamples: resamples, seed: 5, level: 0.9).first).get()
    }

    /// How often each of some units is drawn, by a stream of its own for each resample.
    private func draws(_ units: Int, kind: Int, number: Int) -> [Int] {
        var stream = RandomStream(seed: 5, purpose: .resampling, index: UInt64(kind) << 32 | UInt64(number))
        var drawn = [Int](repeating: 0, count: units)
        for _ in 0..<units {
            var product: UInt64
            repeat { product = UInt64(stream.word()) * UInt64(units) } while product % (1 << 32) < (1 << 32) % units
            drawn[Int(product >> 32)] += 1
        }
        return drawn
    }

    private func rate(_ weighted: [(cell: RateCell, weight: Int)]) -> Double? {
        let trials = weighted.reduce(0) { $0 + $1.weight * Int($1.cell.trials) }
        return trials == 0 ? nil : Double(weighted.reduce(0) { $0 + $1.weight * Int($1.cell.wins) }) / Double(trials)
    }

    private func expect(
        _ found: RateBootstrap, _ rates: [Double?], location: SourceLocation = #_sourceLocation
    ) throws {
        let known = rates.compactMap { $0 }.sorted()
        let mean = known.reduce(0, +) / Double(known.count)
        let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count - 1)
        #expect(found.resamples == rates.count && found.missing == rates.count - known.count, sourceLocation: location)
        expectClose(found.error, variance.squareRoot(), 1e-12, location: location)
        // 5 % of 69 steps: 0.45 of the way from the fourth value to the fifth.
        #expect(known.count == 70)
        expectClose(found.interval.low, known[3] + 0.45 * (known[4] - known[3]), 1e-12, location: location)
        expectClose(found.interval.high, known[66] - 0.45 * (known[66] - known[65]), 1e-12, location: location)
    }

    private func votes(of cells: [RateCell]) -> [Proportion] {
        (0...24).map { person in
            let own = cells.filter { $0.person == person }
            return Proportion(
                successes: own.reduce(0) { $0 + Int($1.wins) }, trials: own.reduce(0) { $0 + Int($1.trials) })
        }
    }
}
