import RealModule

/// Worths of items that were compared in pairs, where a vote may be a tie.
///
/// Model: votes are independent; of the items i and j with worths w above 0, i is chosen with probability w(i) / s, j
/// with w(j) / s, and neither with nu sqrt(w(i) w(j)) / s, where s is the sum of the three numerators. The estimate is
/// that of greatest likelihood; there is one exactly where there are ties, ``ComparisonGraph`` with ties finds nothing
/// amiss and ``PairCounts/boundsTies`` holds. Errors are from the inverse of the information and are too small where
/// votes of one person are alike.
///
/// Davidson, "On extending the Bradley-Terry model to accommodate ties in paired comparison experiments", JASA 65
/// (1970). Checked against R's BradleyTerry2.
package struct Davidson: Sendable, Hashable {
    /// The natural logarithm of each item's worth; they add up to 0.
    package let logWorths: [Double]
    /// How probable a tie of equal items is beside the choice of one of them; above 0.
    package let nu: Double
    /// The covariance of the log-worths, and then of the natural logarithm of nu.
    package let covariance: SymmetricMatrix
    /// The log-likelihood without multinomial coefficients, as of single votes.
    package let logLikelihood: Double
    /// Twice the log-likelihood by which free probabilities for each pair are above the model.
    package let deviance: Double
    /// Two for each pair with votes, less the model's free parameters.
    package let degreesOfFreedom: Int

    /// The estimate from counts of votes.
    package static func fit(_ counts: PairCounts) -> Estimate<Davidson> {
        guard !counts.pairs.isEmpty else { return .failure(.noVotes) }
        guard counts.pairs.contains(where: { $0.ties > 0 }) else { return .failure(.noTies) }
        if let undefined = ComparisonGraph(counts, withTies: true).undefined { return .failure(undefined) }
        guard counts.boundsTies else { return .failure(.tiesUnbounded) }
        let likelihood = DavidsonLikelihood(counts)
        guard let maximum = likelihood.maximum() else { return .failure(.tooUneven) }
        return .success(Davidson(likelihood, maximum: maximum))
    }

    private init(_ likelihood: DavidsonLikelihood, maximum: LikelihoodMaximum) {
        let parameters = maximum.parameters
        logWorths = Array(parameters.prefix(likelihood.items))
        nu = Double.exp(parameters[likelihood.items])
        covariance = likelihood.covariance(at: maximum)
        logLikelihood = likelihood.value(at: parameters)
        deviance = max(0, likelihood.deviance(at: parameters))
        degreesOfFreedom = 2 * likelihood.cells.count - likelihood.items
    }

    /// The log-worths less that of one item.
    package func logWorths(relativeTo reference: Int) -> [Double] { logWorths.map { $0 - logWorths[reference] } }

    /// The covariance of the log-worths less that of one item; its row is 0. The logarithm of nu stays last.
    package func covariance(relativeTo reference: Int) -> SymmetricMatrix {
        covariance.relative(to: reference, among: logWorths.count)
    }
}
