package import Preference

/// Intervals and tests of a rate that take every vote as independent.
package struct NaiveRate: Sendable, Hashable {
    /// Wilson's score interval.
    package var wilson: Interval
    /// Clopper and Pearson's exact interval.
    package var clopperPearson: Interval
    /// The interval of Jeffreys' prior.
    package var jeffreys: Interval
    /// Two-sided exact binomial p of a true rate of one half.
    package var exactP: Double
    /// The same by half of the count seen, a little less cautious.
    package var midP: Double
    /// The logarithm of the e-value of a uniform mixture over all rates, against one half.
    package var logEValue: Double

    /// The statistics of a proportion at a confidence level.
    init(_ proportion: Proportion, level: Double) throws(Undefined) {
        wilson = try proportion.wilson(level: level).get()
        clopperPearson = try proportion.clopperPearson(level: level).get()
        jeffreys = try proportion.jeffreys(level: level).get()
        exactP = try proportion.exactP().get()
        midP = try proportion.midP().get()
        logEValue = try proportion.naiveLogEValue.get()
    }
}
