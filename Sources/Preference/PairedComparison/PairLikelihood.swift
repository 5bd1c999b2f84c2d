/// The log-likelihood of a model of pairs and its derivatives, by the items' log-worths and then one more parameter, if
/// the model has one. It does not change if all log-worths grow alike.
protocol PairLikelihood {
    /// How many items there are.
    var items: Int { get }
    /// How many parameters there are: the items, and one if the model has more.
    var parameters: Int { get }
    /// How far a parameter may move without a look at the likelihood: the information changes by less than a factor of
    /// 2.2 on the way.
    var safeStep: Double { get }
    /// Without binomial coefficients.
    func value(at parameters: [Double]) -> Double
    /// The first derivatives.
    func score(at parameters: [Double]) -> [Double]
    /// The second derivatives, with the opposite sign.
    func information(at parameters: [Double]) -> SymmetricMatrix
}
