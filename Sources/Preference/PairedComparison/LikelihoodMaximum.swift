/// Where a likelihood of pairs is greatest.
struct LikelihoodMaximum {
    /// The log-worths, which add up to 0, and then the other parameter.
    let parameters: [Double]
    /// ``PairLikelihood/factor(at:)`` there.
    let factor: CholeskyFactor
}
