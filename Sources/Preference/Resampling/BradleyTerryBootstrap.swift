import Parallel

/// How strengths on the scale of ``BradleyTerry`` spread over resamples of people.
///
/// Model: people are independent and alike to draw; a resample draws as many of them as there are, with replacement, and
/// takes all votes of each as often as the person was drawn. Resamples whose votes place no longer all items on one
/// scale have no estimate: they are counted, and the others make the figures. Where there are some, the spread of the
/// items in question is greater than the figures say.
///
/// Efron, Annals of Statistics 7 (1979); Davison and Hinkley, "Bootstrap methods and their application" (1997), section
/// 3.8. Checked against fits of resamples written out, and against CR2. Votes are summed in whole numbers, so that
/// results depend neither on their order nor on the number of cores.
package struct BradleyTerryBootstrap: Sendable, Hashable {
    /// How many resamples were drawn.
    package let resamples: Int
    /// The seed of the draws.
    package let seed: UInt64
    /// Resamples in which a group of items never lost to the others; see ``ComparisonGraph``.
    package let separated: Int
    /// Resamples whose votes fall into groups of items that were not compared with each other.
    package let disconnected: Int
    /// Resamples that double precision cannot fit.
    package let tooUneven: Int
    /// The spread of each item's log-worth, relative to the mean of all or to the reference (whose own is 0).
    package let strengths: [Spread]

    /// How an estimate spreads over resamples.
    package struct Spread: Sendable, Hashable {
        /// The standard deviation.
        package let error: Double
        /// The percentile interval: quantiles over resamples, interpolated linearly between ranks.
        package let interval: Interval
    }

    /// Resamples of the people who voted.
    ///
    /// - Parameters:
    ///   - counts: The votes; ties are left out.
    ///   - reference: Index of the item that the others are relative to; nil for strengths of mean 0.
    ///   - resamples: At least 2.
    ///   - seed: Person weights are those of ``RateBootstrap`` with this seed and the same people.
    ///   - level: Confidence of the intervals, above 0 and below 1.
    package static func ofPeople(
        _ counts: PersonPairCounts, reference: Int? = nil, resamples: Int, seed: UInt64, level: Double
    ) -> Estimate<BradleyTerryBootstrap> {
        precondition(resamples >= 2, "two resamples or more")
        guard !counts.hasNamelessChoice else { return .failure(.noPeople) }
        return BradleyTerry.fit(counts.pairCounts).flatMap { fit in
            let votes = ResampledPairs(counts)
            guard votes.count > 1 else { return .failure(.onePerson) }
            let blocks = stride(from: 0, to: resamples, by: ResampleWeights.lanes).map { $0 }
            let found = blocks.mapOnAllCores { first in
                estimates(of: votes, fit, first..<min(resamples, first + ResampleWeights.lanes), seed: seed)
            }
            return summary(of: found, items: counts.items, reference: reference, seed: seed, level: level)
        }
    }

    /// Resamples side by side, 32 at most.
    private struct Block: Sendable {
        /// Why a resample has no estimate, or nil.
        var reasons: [Undefined?] = []
        /// The log-worths, item after item with all resamples of each.
        var logWorths: [Double]
    }

    /// The log-worths in some resamples, 32 at most.
    private static func estimates(
        of votes: ResampledPairs, _ fit: BradleyTerry, _ numbers: Range<Int>, seed: UInt64
    ) -> Block {
        let sums = votes.sums(ResampleWeights(of: votes.count, .people, first: numbers.lowerBound, seed: seed))
        var fits = WarmFits(from: fit.logWorths, pairs: votes.pairs)
        var block = Block(logWorths: Array(repeating: 0, count: fit.logWorths.count * numbers.count))
        let width = WarmFits.Lanes.scalarCount
        for start in stride(from: 0, to: numbers.count, by: width) {
            let places = (start / width * votes.pairs.count)..<((start / width + 1) * votes.pairs.count)
            let reasons = fits.fit(firstWins: sums.firstWins[places], secondWins: sums.secondWins[places])
            let count = min(width, numbers.count - start)
            block.reasons += reasons.prefix(count)
            for item in fit.logWorths.indices {
                for lane in 0..<count {
                    block.logWorths[item * numbers.count + start + lane] = fits.logWorths[item][lane]
                }
            }
        }
        return block
    }

    private static func summary(
        of blocks: [Block], items: Int, reference: Int?, seed: UInt64, level: Double
    ) -> Estimate<BradleyTerryBootstrap> {
        let reasons = blocks.flatMap(\.reasons)
        let known = reasons.indices.filter { reasons[$0] == nil }
        guard 2 * known.count >= reasons.count, known.count > 1 else { return .failure(.fewResamples) }
        @Sendable func values(_ item: Int) -> [Double] {
            var values: [Double] = []
            values.reserveCapacity(reasons.count)
            for block in blocks {
                let count = block.reasons.count
                values += block.logWorths[(item * count)..<((item + 1) * count)]
            }
            return values
        }
        let base = reference.map(values)
        let strengths = (0..<items).mapOnAllCores { item in
            let all = values(item)
            let spread = Preference.Spread(of: known.map { all[$0] - (base?[$0] ?? 0) }, level: level)
            return Spread(error: spread.error, interval: spread.interval)
        }
        guard strengths.contains(where: { $0.error > 0 }) else { return .failure(.noSpread) }
        func count(_ undefined: Undefined) -> Int { reasons.count { $0 == undefined } }
        return .success(
            BradleyTerryBootstrap(
                resamples: reasons.count, seed: seed, separated: count(.separated), disconnected: count(.disconnected),
                tooUneven: count(.tooUneven), strengths: strengths))
    }
}
