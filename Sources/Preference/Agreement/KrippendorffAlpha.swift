/// How much people agree on single items, beyond what their overall leaning explains: Krippendorff's alpha for nominal
/// values.
///
/// Model: none beyond chance agreement. Each unit has ratings, each one of some values; alpha is 1 less the observed
/// disagreement between two ratings of a unit over the one expected if all ratings were dealt out among the units by
/// chance. 1 is perfect agreement, 0 is chance, and less is systematic disagreement. Units with one rating tell nothing.
///
/// Units may belong to groups between which values have no meaning in common, as pairs of methods: "A" is no possible
/// answer to B against C, and dealing ratings out among such units would call pure chance an agreement (with six methods
/// and coin flips, .4). Ratings are therefore dealt out within each group, and the disagreements of all groups are
/// added; a group of one unit tells nothing, since its ratings cannot be dealt elsewhere. With one group this is
/// Krippendorff's own alpha.
///
/// Krippendorff, "Content analysis: an introduction to its methodology" (2004), chapter 11. Checked against the
/// published example (.743) and evalica's.
package struct KrippendorffAlpha: Sendable, Hashable {
    /// At most 1.
    package let alpha: Double
    /// Units that tell of agreement.
    package let units: Int
    /// Ratings of those units.
    package let ratings: Int
    /// The interval over people: Student's t, with a degree of freedom less than people, times the error that the
    /// jackknife gives, which leaves out one person after the other; on the scale of log(1 - alpha), where it covers
    /// better near 1 (simulated: 95 to 98 % at a level of 95 % for 8 to 40 people, 89 % for 10 of whom two in ten answer
    /// blindly), and cut at -1. A person bootstrap would let people who are drawn twice agree with themselves.
    ///
    /// Efron and Tibshirani, "An introduction to the bootstrap" (1993), chapter 11.
    package let interval: Estimate<Interval>

    /// One rating, or several alike.
    package struct Rating: Sendable, Hashable {
        /// Index of the unit that is rated.
        package var unit: Int
        /// Index of the value that it is given.
        package var value: Int
        /// Index of the person; nil where it is not known.
        package var person: Int?
        /// How many ratings this stands for; at least 1.
        package var count: Int

        /// A rating.
        package init(unit: Int, value: Int, person: Int?, count: Int = 1) {
            self.unit = unit
            self.value = value
            self.person = person
            self.count = count
        }
    }

    /// The agreement of ratings.
    ///
    /// - Parameter ratings: in any order; any number for each unit.
    /// - Parameter groups: the group of each unit, an index from 0; units that no rating speaks of may be among them.
    /// - Parameter values: how many values there are; the ratings' indices are below it.
    /// - Parameter level: confidence of the interval, above 0 and below 1.
    package static func estimate(
        ratings: [Rating], groups: [Int], values: Int, level: Double
    ) -> Estimate<KrippendorffAlpha> {
        guard !ratings.isEmpty else { return .failure(.noVotes) }
        let coincidences = Coincidences(ratings, groups: groups, values: values)
        guard coincidences.hasShared else { return .failure(.nothingShared) }
        guard coincidences.units > 0 else { return .failure(.oneItem) }
        guard let alpha = coincidences.total.alpha else { return .failure(.sameVotes) }
        return .success(
            KrippendorffAlpha(
                alpha: alpha, units: coincidences.units, ratings: coincidences.ratings,
                interval: coincidences.jackknife(of: ratings, alpha: alpha, level: level)))
    }
}
