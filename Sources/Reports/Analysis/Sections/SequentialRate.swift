package import Preference
import Study

/// What a rate's votes say at any time while the study runs, with one update a person.
package struct SequentialRate: Sendable, Hashable {
    /// The evidence that the mean over people is not one half, after the last person who finished.
    package var eValue: Double
    /// The natural logarithm of the e-value after each person who finished, in their order.
    package var logEValues: [Double]
    /// The interval for the mean over people that holds at all looks together.
    package var confidenceSequence: Result<Interval, Missing>
    /// What to do after the last of them.
    package var advice: StoppingAdvice

    /// The evidence of people in the order in which they finished.
    init(people: [Proportion], options: AnalysisOptions) throws(Undefined) {
        let martingale = try BettingMartingale.estimate(people: people).get()
        eValue = martingale.eValue
        logEValues = martingale.logEValues
        confidenceSequence = martingale.confidenceSequence(level: options.level).mapError(Missing.init)
        advice = martingale.advice(alpha: options.evidenceAlpha, plannedPeople: options.stopping?.people)
    }

    /// The same of losses for wins.
    var ofLosses: SequentialRate {
        var mirror = self
        mirror.confidenceSequence = confidenceSequence.map { Interval(low: 1 - $0.high, high: 1 - $0.low) }
        mirror.advice = advice.ofLosses
        return mirror
    }
}
