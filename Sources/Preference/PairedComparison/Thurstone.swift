/// Places of items on a scale of perceived quality, from comparisons in pairs.
///
/// Model (case V): votes are independent, and item i is chosen over item j with probability Phi(z(i) - z(j)), where Phi
/// is the standard normal distribution function: what is perceived of an item varies normally and equally about its
/// place, and the unit is the standard deviation of a difference. The estimate is that of greatest likelihood, with no
/// prior; there is one exactly where ``ComparisonGraph`` finds nothing amiss. Ties are left out.
///
/// Thurstone, "A law of comparative judgment", Psychological Review 34 (1927). The scale in just objectionable
/// differences: Perez-Ortiz and Mantiuk, "A practical guide and software for analysing pairwise comparison experiments"
/// (2017). Checked against R's eba and against pwcmp.
package struct Thurstone: Sendable, Hashable {
    /// The place of each item; they add up to 0.
    package let places: [Double]
    /// The covariance of the places: the inverse of the information; too small where votes of one person are alike.
    package let covariance: SymmetricMatrix
    /// Twice the log-likelihood by which a free probability for each pair is above the model.
    package let deviance: Double
    /// Pairs with votes, less the model's free parameters; at least 0.
    package let degreesOfFreedom: Int

    /// The estimate from counts of votes.
    package static func fit(_ counts: PairCounts) -> Estimate<Thurstone> {
        let likelihood = ThurstoneLikelihood(counts)
        guard !likelihood.cells.isEmpty else { return .failure(.noVotes) }
        if let undefined = ComparisonGraph(counts).undefined { return .failure(undefined) }
        guard let maximum = likelihood.maximum() else { return .failure(.tooUneven) }
        return .success(
            Thurstone(
                places: maximum.parameters, covariance: likelihood.covariance(at: maximum),
                deviance: max(0, likelihood.deviance(at: maximum.parameters)),
                degreesOfFreedom: likelihood.cells.count - (counts.items - 1)))
    }

    /// A distance on the scale in just objectionable differences (JOD): one of them apart, the better is chosen by 75 %.
    package static func jod(_ distance: Double) -> Double { distance / NormalDistribution.quantile(upperTail: 0.25) }

    /// The places less that of one item.
    package func places(relativeTo reference: Int) -> [Double] { places.map { $0 - places[reference] } }

    /// The covariance of the places less that of one item; its row is 0.
    package func covariance(relativeTo reference: Int) -> SymmetricMatrix {
        covariance.relative(to: reference, among: places.count)
    }
}
