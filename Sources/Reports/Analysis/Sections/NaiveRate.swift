package import Preference

/// Intervals and test of a rate that take every vote as independent.
package struct NaiveRate: Sendable, Hashable {
    /// Wilson's score interval.
    package var wilson: Interval
    /// Clopper and Pearson's exact interval.
    package var clopperPearson: Interval
    /// Two-sided exact binomial p of a true rate of one half.
    package var exactP: Double

    /// The statistics of a proportion at a confidence level.
    init(_ proportion: Proportion, level: Double) throws(Undefined) {
        wilson = try proportion.wilson(level: level).get()
        clopperPearson = try proportion.clopperPearson(level: level).get()
        exactP = try proportion.exactP().get()
    }
}
