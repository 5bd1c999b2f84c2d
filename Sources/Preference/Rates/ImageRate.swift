/// How often one image was chosen over those beside which it was shown.
///
/// Model: the votes on an image are independent and each is for it with the same rate. That is nearly so where people
/// see an image once each, as plans arrange. One image's p-value says nothing of a list of hundreds, in which some are
/// always small: the adjusted one controls the share of false discoveries among all images that are found different from
/// one half. An image's win is another's loss, so that the tests are not quite independent, as the procedure assumes.
///
/// Wilson, JASA 22 (1927); Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995).
package struct ImageRate: Sendable, Hashable {
    /// Index of the image.
    package let image: Int
    /// What it was shown for.
    package let votes: Votes
    /// Wilson's interval for the rate at which it is chosen, ties left out.
    package let wilson: Estimate<Interval>
    /// Exact two-sided p-value of one half.
    package let p: Estimate<Double>
    /// The same, adjusted over all images with a vote for or against them.
    package let adjustedP: Estimate<Double>

    /// The votes on one image.
    package struct Votes: Sendable, Hashable {
        /// How often it was chosen.
        package var wins = 0
        /// How often the one beside it was.
        package var losses = 0
        /// How often neither was.
        package var ties = 0

        /// No votes, or the given ones; each at least 0.
        package init(wins: Int = 0, losses: Int = 0, ties: Int = 0) {
            self.wins = wins
            self.losses = losses
            self.ties = ties
        }

        /// How often the image was shown.
        package var shown: Int { wins + losses + ties }
        /// Wins among wins and losses.
        package var proportion: Proportion { Proportion(successes: wins, trials: wins + losses) }
    }

    /// The rates of all images, in their order.
    ///
    /// - Parameter images: the votes on each image, by its index.
    /// - Parameter level: confidence of the intervals, above 0 and below 1.
    package static func table(images: [Votes], level: Double) -> [ImageRate] {
        let exact = images.map(\.proportion).exactP
        var adjusted = exact.compactMap { try? $0.get() }.benjaminiHochbergAdjusted.makeIterator()
        return zip(images, exact).enumerated().map { image, row in
            let (votes, p) = row
            return ImageRate(
                image: image, votes: votes, wilson: votes.proportion.wilson(level: level), p: p,
                adjustedP: p.map { adjusted.next() ?? $0 })
        }
    }
}
