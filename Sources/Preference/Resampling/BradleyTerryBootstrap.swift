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
            return summary(of: found.flatMap { $0 }, items: counts.items, reference: reference, level: level)
        }
    }

    /// The log-worths in some resamples, 32 at most.
    private static func estimates(
        of votes: ResampledPairs, _ fit: BradleyTerry, _ numbers: Range<Int>, seed: UInt64
    ) -> [Estimate<[Double]>] {
        let sums = votes.sums(ResampleWeights(of: votes.count, .people, first: numbers.lowerBound, seed: seed))
        var warm = WarmFit(from: fit.logWorths, pairs: votes.pairs)
        var (firstWins, secondWins) = (votes.pairs.map { _ in 0.0 }, votes.pairs.map { _ in 0.0 })
        return (0..<numbers.count).map { lane in
            for pair in votes.pairs.indices {
                firstWins[pair] = sums.firstWins[pair * ResampleWeights.lanes + lane]
                secondWins[pair] = sums.secondWins[pair * ResampleWeights.lanes + lane]
            }
            return switch warm.fit(firstWins: firstWins, secondWins: secondWins) {
            case .found: .success(warm.logWorths)
            case .undefined(let undefined): .failure(undefined)
            }
        }
    }

    private static func summary(
        of found: [Estimate<[Double]>], items: Int, reference: Int?, level: Double
    ) -> Estimate<BradleyTerryBootstrap> {
        let known = found.compactMap { try? $0.get() }
        guard 2 * known.count >= found.count, known.count > 1 else { return .failure(.fewResamples) }
        let strengths = (0..<items).mapOnAllCores { item in
            let values = known.map { logWorths in logWorths[item] - (reference.map { logWorths[$0] } ?? 0) }
            let spread = Preference.Spread(sorted: values.sorted(), level: level)
            return Spread(error: spread.error, interval: spread.interval)
        }
        guard strengths.contains(where: { $0.error > 0 }) else { return .failure(.noSpread) }
        func count(_ undefined: Undefined) -> Int { found.count { $0 == .failure(undefined) } }
        return .success(
            BradleyTerryBootstrap(
                resamples: found.count, separated: count(.separated), disconnected: count(.disconnected),
                tooUneven: count(.tooUneven), strengths: strengths))
    }
}
