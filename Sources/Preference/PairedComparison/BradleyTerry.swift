import RealModule

/// Worths of items that were compared in pairs.
///
/// Model: votes are independent, and item i is chosen over item j with probability w(i) / (w(i) + w(j)) for worths w
/// above 0. With an order effect v the first of two is chosen with probability v w(first) / (v w(first) + w(second)):
/// above 1, or with a positive logarithm, it favours what is presented first (on the left). The estimate is that of
/// greatest likelihood; there is one exactly where ``ComparisonGraph`` and ``PairCounts/boundsOrderEffect`` find
/// nothing amiss, and nothing is added to the counts to have one elsewhere. Errors are from the inverse of the
/// information and are too small where votes of one person are alike.
///
/// Bradley and Terry, "Rank analysis of incomplete block designs I", Biometrika 39 (1952); Davidson and Beaver, "On
/// extending the Bradley-Terry model to incorporate within-pair order effects", Biometrics 33 (1977). Checked against
/// R's BradleyTerry2, psychotools and eba.
package struct BradleyTerry: Sendable, Hashable {
    /// The natural logarithm of each item's worth; they add up to 0.
    package let logWorths: [Double]
    /// The natural logarithm of the order effect; nil where the model has none.
    package let logOrderEffect: Double?
    /// The covariance of the log-worths, and then of the log order effect, if there is one.
    package let covariance: SymmetricMatrix
    /// The log-likelihood without binomial coefficients, as of single votes.
    package let logLikelihood: Double
    /// Twice the log-likelihood by which a free probability for each pair is above the model: for each ordered pair
    /// with an order effect, and for both orders together without.
    package let deviance: Double
    /// Pairs with votes (ordered ones with an order effect) less the model's free parameters; at least 0.
    package let degreesOfFreedom: Int

    /// The estimate from counts of votes; ties are left out.
    ///
    /// - Parameter orderEffect: whether the model has an order effect.
    package static func fit(_ counts: PairCounts, orderEffect: Bool = false) -> Estimate<BradleyTerry> {
        guard counts.pairs.contains(where: { $0.firstWins + $0.secondWins > 0 }) else { return .failure(.noVotes) }
        if let undefined = ComparisonGraph(counts).undefined { return .failure(undefined) }
        if orderEffect && !counts.boundsOrderEffect { return .failure(.orderUnbounded) }
        let likelihood = BradleyTerryLikelihood(counts, withOrderEffect: orderEffect)
        guard let maximum = likelihood.maximum() else { return .failure(.tooUneven) }
        return .success(BradleyTerry(likelihood, maximum: maximum))
    }

    private init(_ likelihood: BradleyTerryLikelihood, maximum: LikelihoodMaximum) {
        let parameters = maximum.parameters
        logWorths = Array(parameters.prefix(likelihood.items))
        logOrderEffect = likelihood.hasOrderEffect ? parameters[likelihood.items] : nil
        covariance = likelihood.covariance(at: maximum)
        logLikelihood = likelihood.value(at: parameters)
        deviance = max(0, likelihood.deviance(at: parameters))
        degreesOfFreedom = likelihood.cells.count - (parameters.count - 1)
    }

    /// The log-worths, and then the log order effect, if there is one.
    var parameters: [Double] { logWorths + (logOrderEffect.map { [$0] } ?? []) }
}
