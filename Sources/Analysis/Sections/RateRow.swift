package import Preference

/// How often a method was chosen over another, or over all others: one element of `rates` in the analysis.
package struct RateRow: Sendable, Hashable {
    /// Name of the condition; nil where there are none.
    package var condition: String?
    /// The method whose rate it is.
    package var method: String
    /// The method it stood beside; nil for all others together.
    package var against: String?
    /// Votes for the method.
    package var wins: Int
    /// Votes for the other.
    package var losses: Int
    /// Votes for neither; they are in no rate.
    package var ties: Int
    /// People who gave at least one of these votes, ties included; 0 where one of the votes names no person.
    package var participants: Int
    /// wins / (wins + losses), in 0 ... 1.
    package var rate: Result<Double, Missing>
    /// What the counts alone say, as if each vote came from another person.
    package var naive: Result<NaiveRate, Missing>
    /// What can be said of people, with the votes of one person together.
    package var clustered: Result<ClusteredRate, Missing>
    /// How the rate would spread over other people, by resamples.
    package var bootstrap: Result<RateBootstrap, Missing>
    /// How it would spread over other people and other images.
    package var twoWayBootstrap: Result<RateBootstrap, Missing>
    /// A rate of its own for each person, about a common one.
    package var mixed: Result<RandomInterceptModel, Missing>
    /// What may be said at any time, person after person.
    package var sequential: Result<SequentialRate, Missing>
    /// On how few votes and people the lead of whoever leads hangs.
    package var fragility: Result<Fragility, Missing>

    /// All votes of the row, ties included.
    package var votes: Int { wins + losses + ties }
}
