package import Preference
import Study

/// What a rate's votes say at any time while the study runs, with one update a person.
package struct SequentialRate: Sendable, Hashable {
    /// The evidence that the mean over people is not one half, person after person.
    package var martingale: BettingMartingale
    /// The interval for the mean over people that holds at all looks together.
    package var confidenceSequence: Result<Interval, Missing>
    /// What to do after the last of them.
    package var advice: StoppingAdvice

    /// The e-value after the last person who finished.
    package var eValue: Double { martingale.eValue }
    /// The natural logarithm of the e-value after each person who finished, in their order.
    package var logEValues: [Double] { martingale.logEValues }

    /// The evidence of people in the order in which they finished.
    init(people: [Proportion], options: AnalysisOptions) throws(Undefined) {
        martingale = try BettingMartingale.estimate(people: people).get()
        confidenceSequence = martingale.confidenceSequence(level: options.level).mapError(Missing.init)
        advice = martingale.advice(alpha: options.evidenceAlpha, plannedPeople: options.stopping?.people)
    }

    /// The same of losses for wins.
    var ofLosses: SequentialRate {
        var mirror = self
        mirror.martingale = martingale.ofLosses
        mirror.confidenceSequence = confidenceSequence.map { Interval(low: 1 - $0.high, high: 1 - $0.low) }
        mirror.advice = advice.ofLosses
        return mirror
    }

    /// The confidence sequence as it stood after the first person, after the last one, and after others evenly spread
    /// between them; no further than there is one.
    ///
    /// All but the last are rounded outwards to 0.001, which no chart shows.
    ///
    /// - Parameter most: how many looks at most, 2 or more.
    package func looks(most: Int, level: Double) -> [(people: Int, interval: Interval)] {
        var sequences = martingale.confidenceSequences(level: level)
        let people = martingale.means.count
        if let last = confidenceSequence.value, sequences.count >= people - 1 {
            sequences = sequences.prefix(people - 1) + [last]
        }
        let steps = max(1, min(people, most) - 1)
        let looked = Set((0...steps).map { $0 * (people - 1) / steps }).sorted()
        return looked.filter(sequences.indices.contains).map { ($0 + 1, sequences[$0]) }
    }
}
