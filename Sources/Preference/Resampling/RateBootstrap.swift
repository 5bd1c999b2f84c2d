/// How a rate spreads over resamples of the votes.
///
/// Model: people are independent and alike to draw; a resample draws as many of them as there are, with replacement, and
/// takes all votes of each as often as the person was drawn (the cluster bootstrap). The two-way bootstrap draws the
/// items shown as well, each kind by itself, and a vote counts as often as its person was drawn times as often as its
/// first item and as its second one was: it says how a rate would spread over other people and other images. It is
/// wide rather than narrow: where neither people nor items matter its variance comes out 3 times too great with one kind
/// of items and 7 times with two; where they matter most, about as it is.
///
/// Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979); Davison and Hinkley,
/// "Bootstrap methods and their application" (1997), sections 3.8 and 5.3; for products of weights: Owen and Eckles,
/// "Bootstrapping data arrays of arbitrary order", Annals of Applied Statistics 6 (2012). Checked against resamples
/// written out, and against CR2. Every sum is of whole numbers, so that results depend neither on the order of the votes
/// nor on the number of cores.
package struct RateBootstrap: Sendable, Hashable {
    /// How many resamples were drawn.
    package let resamples: Int
    /// The seed of the draws.
    package let seed: UInt64
    /// Resamples without a counted vote, in which there is no rate; at most half of all. The others make the figures.
    package let missing: Int
    /// The standard deviation of the rate over resamples.
    package let error: Double
    /// The percentile interval: the rate's quantiles over resamples, interpolated linearly between ranks.
    package let interval: Interval

    /// Resamples of people.
    ///
    /// All rates take the same draws of the people who voted on any of them; ask for them together.
    ///
    /// - Parameter rates: of each rate successes and trials of each person, by index.
    /// - Parameter resamples: at least 2.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func ofPeople(
        _ rates: [[Proportion]], resamples: Int, seed: UInt64, level: Double
    ) -> [Estimate<RateBootstrap>] {
        let parts = rates.map { rate in
            RatePart(
                cells: rate.enumerated().filter { $0.element.trials > 0 }.map { person, votes in
                    RateCell(person: Int32(person), wins: UInt32(votes.successes), trials: UInt32(votes.trials))
                })
        }
        let asked = rates.indices.map { RateSums.Asked(uses: [RatePart.Use($0)], byItems: false) }
        return estimates(RateSums(parts, asked), resamples: resamples, seed: seed, level: level)
    }

    /// The bootstrap of 1 less the rate: of losses for wins.
    package var ofLosses: RateBootstrap {
        RateBootstrap(
            resamples: resamples, seed: seed, missing: missing, error: error,
            interval: Interval(low: 1 - interval.high, high: 1 - interval.low))
    }

    /// Resamples of people, and of people and items, from the same draws of people.
    ///
    /// The items of each kind are drawn by themselves, among all of that kind in the parts. Resamples of items are
    /// undefined where the items of a vote are not known, or where there are more than 131,072.
    ///
    /// - Parameter parts: the votes, each in one part.
    /// - Parameter rates: of each rate the parts whose votes it counts.
    /// - Parameter resamples: at least 2.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func ofBoth(
        _ parts: [RatePart], rates: [[RatePart.Use]], resamples: Int, seed: UInt64, level: Double
    ) -> [(people: Estimate<RateBootstrap>, items: Estimate<RateBootstrap>)] {
        let asked = [false, true].flatMap { byItems in
            rates.map { RateSums.Asked(uses: $0, byItems: byItems) }
        }
        let found = estimates(RateSums(parts, asked), resamples: resamples, seed: seed, level: level)
        return rates.indices.map { (found[$0], found[rates.count + $0]) }
    }

    /// What all resamples of each rate say of its spread.
    private static func estimates(
        _ rates: RateSums, resamples: Int, seed: UInt64, level: Double
    ) -> [Estimate<RateBootstrap>] {
        precondition(resamples >= 2, "two resamples or more")
        return rates.values(resamples: resamples, seed: seed).map { values in
            values.flatMap { summary(of: $0, seed: seed, level: level) }
        }
    }

    /// What a rate's values in all resamples say of its spread; nil where there is none.
    private static func summary(of values: [Double?], seed: UInt64, level: Double) -> Estimate<RateBootstrap> {
        let known = values.compactMap(\.self)
        guard 2 * known.count >= values.count, known.count > 1 else { return .failure(.fewResamples) }
        let spread = Spread(of: known, level: level)
        guard spread.error > 0 else { return .failure(.noSpread) }
        return .success(
            RateBootstrap(
                resamples: values.count, seed: seed, missing: values.count - known.count, error: spread.error,
                interval: spread.interval))
    }
}
