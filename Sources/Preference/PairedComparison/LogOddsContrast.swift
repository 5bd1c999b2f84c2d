/// A difference on the scale of log-odds: of two items, of an item and the mean of all, or the order effect alone.
struct LogOddsContrast: Hashable {
    /// What stands on one side of a difference.
    enum Side: Hashable {
        /// A log-worth, or the order effect, by its place among the parameters.
        case parameter(Int)
        /// The mean of the log-worths.
        case mean
        /// 0.
        case nothing
    }

    let plus: Side
    let minus: Side

    /// What the difference is for values of the parameters, of which the first `items` are log-worths.
    func value(of parameters: [Double], items: Int) -> Double {
        func value(of side: Side) -> Double {
            switch side {
            case .parameter(let place): parameters[place]
            case .mean: parameters[..<items].reduce(0, +) / Double(items)
            case .nothing: 0
            }
        }
        return value(of: plus) - value(of: minus)
    }

    /// The variance of the difference, from the covariance of the parameters.
    func variance(in covariance: SymmetricMatrix, items: Int) -> Double {
        func weights(of side: Side) -> [Double] {
            (0..<covariance.size).map { place in
                switch side {
                case .parameter(place): 1
                case .mean where place < items: 1 / Double(items)
                default: 0
                }
            }
        }
        let weights = zip(weights(of: plus), weights(of: minus)).map { $0 - $1 }
        var variance = 0.0
        for row in weights.indices where weights[row] != 0 {
            for column in weights.indices { variance += weights[row] * weights[column] * covariance[row, column] }
        }
        return max(0, variance)
    }
}
