extension PairLikelihood {
    /// Where the likelihood is greatest, with log-worths that add up to 0, by Newton's method; nil where double
    /// precision cannot tell. The likelihood has one maximum: see ``ComparisonGraph``, ``PairCounts/boundsOrderEffect``
    /// and ``PairCounts/boundsTies``.
    ///
    /// Steps longer than the safe one are halved until the likelihood grows; shorter ones at least halve the error. The
    /// gradient is taken as 0 where the step that it asks for is below 1e-5; after that step the error is of its
    /// square.
    func maximum() -> LikelihoodMaximum? {
        var parameters = [Double](repeating: 0, count: self.parameters)
        for _ in 0..<200 {
            guard let factor = factor(at: parameters) else { return nil }
            var step = factor.solve(score(at: parameters))
            var length = step.reduce(0) { max($0, abs($1)) }
            let isLast = length < 1e-5
            var next = zip(parameters, step).map { $0 + $1 }
            if length > safeStep {
                let value = value(at: parameters)
                while length > safeStep && !(self.value(at: next) > value) {
                    step = step.map { $0 / 2 }
                    length /= 2
                    next = zip(parameters, step).map { $0 + $1 }
                }
            }
            parameters = next
            if isLast { return self.factor(at: next).map { LikelihoodMaximum(parameters: next, factor: $0) } }
        }
        return nil
    }

    /// The factor of the information plus a constant c for each two items; nil where double precision cannot tell it.
    ///
    /// The sum is positive definite, where the information alone does not change if all log-worths grow alike; for
    /// log-worths that add up to 0 both give the same steps, and the sum's inverse is their covariance plus
    /// 1 / (c items^2) for each two items.
    func factor(at parameters: [Double]) -> CholeskyFactor? { factor(of: information(at: parameters)) }

    /// The same of an information.
    func factor(of information: SymmetricMatrix) -> CholeskyFactor? {
        var information = information
        let constant = anchor(of: information)
        for row in 0..<items { for column in 0...row { information[row, column] += constant } }
        return CholeskyFactor(information)
    }

    /// A constant of the information's own size.
    private func anchor(of information: SymmetricMatrix) -> Double {
        (0..<items).reduce(0) { $0 + information[$1, $1] } / Double(items * items)
    }

    /// The covariance of the parameters: the inverse of the information among log-worths that add up to 0.
    func covariance(at maximum: LikelihoodMaximum) -> SymmetricMatrix {
        var covariance = maximum.factor.inverse
        let surplus = 1 / (anchor(of: information(at: maximum.parameters)) * Double(items * items))
        for row in 0..<items { for column in 0...row { covariance[row, column] -= surplus } }
        return covariance
    }
}
