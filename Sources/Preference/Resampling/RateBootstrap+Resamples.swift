import Parallel

extension RateBootstrap {
    /// The greatest number of items of one kind that resampling takes.
    private static let mostItems = 1 << 16

    /// The bootstrap of each rate: of people, or of people and items.
    static func estimates(
        _ rates: [(cells: [RateCell], byItems: Bool)], resamples: Int, seed: UInt64, level: Double
    ) -> [Estimate<RateBootstrap>] {
        precondition(resamples >= 2, "two resamples or more")
        var people: [Int32] = []
        for rate in rates {
            for cell in rate.cells where cell.trials > 0 {
                let missing = Int(cell.person) + 1 - people.count
                if missing > 0 { people += Array(repeating: -1, count: max(missing, people.count)) }
                people[Int(cell.person)] = 0
            }
        }
        var count = 0
        for person in people.indices where people[person] == 0 {
            people[person] = Int32(count)
            count += 1
        }
        let rows = rates.map { cells, byItems -> Estimate<ResampledRow> in
            if let undefined = undefined(cells, byItems: byItems) { return .failure(undefined) }
            let row = ResampledRow(cells, people: people, byItems: byItems)
            return max(row.firsts, row.seconds) > mostItems ? .failure(.manyItems) : .success(row)
        }
        let found = values(of: rows.compactMap { try? $0.get() }, people: count, resamples: resamples, seed: seed)
        var next = found.makeIterator()
        return rows.map { row in row.flatMap { _ in summary(of: next.next() ?? [], seed: seed, level: level) } }
    }

    /// Why votes cannot be resampled.
    private static func undefined(_ cells: [RateCell], byItems: Bool) -> Undefined? {
        let counted = cells.lazy.filter { $0.trials > 0 }
        guard let first = counted.first else { return .noVotes }
        if !counted.contains(where: { $0.person != first.person }) { return .onePerson }
        let isKnown = counted.allSatisfy { $0.first >= 0 && ($0.second < 0) == (first.second < 0) }
        return byItems && !isKnown ? .noItems : nil
    }

    /// Each row's rate in each resample; nil where there is none.
    private static func values(
        of rows: [ResampledRow], people: Int, resamples: Int, seed: UInt64
    ) -> [[Double?]] {
        guard !rows.isEmpty else { return [] }
        let blocks = stride(from: 0, to: resamples, by: ResampleWeights.lanes).map { $0 }
        let found = blocks.mapOnAllCores { start in
            let people = ResampleWeights(of: people, .people, first: start, seed: seed)
            // Rates with as many items take the same draws.
            var (firsts, seconds) = ([Int: ResampleWeights](), [Int: ResampleWeights]())
            return rows.map { row in
                let first =
                    firsts[row.firsts] ?? ResampleWeights(of: row.firsts, .firstItems, first: start, seed: seed)
                let second =
                    seconds[row.seconds] ?? ResampleWeights(of: row.seconds, .secondItems, first: start, seed: seed)
                (firsts[row.firsts], seconds[row.seconds]) = (first, second)
                let sums = row.sums(people: people, firsts: first, seconds: second)
                return (0..<min(ResampleWeights.lanes, resamples - start)).map { lane in
                    sums.trials[lane] > 0 ? sums.wins[lane] / sums.trials[lane] : nil
                }
            }
        }
        return rows.indices.map { row in found.flatMap { $0[row] } }
    }

    /// What a rate's values in all resamples say of its spread.
    private static func summary(of values: [Double?], seed: UInt64, level: Double) -> Estimate<RateBootstrap> {
        let known = values.compactMap { $0 }.sorted()
        guard 2 * known.count >= values.count, known.count > 1 else { return .failure(.fewResamples) }
        let spread = Spread(sorted: known, level: level)
        guard spread.error > 0 else { return .failure(.noSpread) }
        return .success(
            RateBootstrap(
                resamples: values.count, seed: seed, missing: values.count - known.count, error: spread.error,
                interval: spread.interval))
    }
}
