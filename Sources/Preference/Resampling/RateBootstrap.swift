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
        let cells = rates.map { rate in
            rate.enumerated().filter { $0.element.trials > 0 }.map { person, votes in
                RateCell(person: Int32(person), wins: UInt32(votes.successes), trials: UInt32(votes.trials))
            }
        }
        return ofPeople(cells, resamples: resamples, seed: seed, level: level)
    }

    /// The same from the votes of people, who need not have voted on each rate.
    ///
    /// - Parameter rates: the votes of each rate, in any order; their items do not matter.
    /// - Parameter resamples: at least 2.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func ofPeople(
        _ rates: [[RateCell]], resamples: Int, seed: UInt64, level: Double
    ) -> [Estimate<RateBootstrap>] {
        estimates(rates.map { ($0, false) }, resamples: resamples, seed: seed, level: level)
    }

    /// The bootstrap of 1 less the rate: of losses for wins.
    package var ofLosses: RateBootstrap {
        RateBootstrap(
            resamples: resamples, seed: seed, missing: missing, error: error,
            interval: Interval(low: 1 - interval.high, high: 1 - interval.low))
    }

    /// Resamples of people and of items; people are drawn as by ``ofPeople(_:resamples:seed:level:)``, items among those
    /// of the rate. Undefined where the items of a vote are not known, or where there are more than 65,536.
    ///
    /// - Parameter rates: the votes of each rate, in any order.
    /// - Parameter resamples: at least 2.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func ofPeopleAndItems(
        _ rates: [[RateCell]], resamples: Int, seed: UInt64, level: Double
    ) -> [Estimate<RateBootstrap>] {
        estimates(rates.map { ($0, true) }, resamples: resamples, seed: seed, level: level)
    }

    /// Both at once, from the same draws of people.
    ///
    /// - Parameter rates: of each rate the votes of people, whose items do not matter, and those by items.
    /// - Parameter resamples: at least 2.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func ofBoth(
        _ rates: [(people: [RateCell], items: [RateCell])], resamples: Int, seed: UInt64, level: Double
    ) -> [(people: Estimate<RateBootstrap>, items: Estimate<RateBootstrap>)] {
        let found = estimates(
            rates.map { ($0.people, false) } + rates.map { ($0.items, true) }, resamples: resamples, seed: seed,
            level: level)
        return rates.indices.map { (found[$0], found[rates.count + $0]) }
    }
}
