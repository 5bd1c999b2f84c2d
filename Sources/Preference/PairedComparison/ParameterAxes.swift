import RealModule

/// ``BradleyTerry``'s parameters in axes in which the information on them is the identity.
struct ParameterAxes: Sendable {
    /// How many parameters there are.
    let size: Int
    /// The directions of the parameters, then of the mean of the items, then 0, in columns.
    let directions: Matrix
    private let items: Int
    private let factor: CholeskyFactor
    /// The probabilities that the first and that the second of an ordered pair is chosen, by first x items + second.
    private let probabilities: [(first: Double, second: Double)]

    /// The axes at an estimate, for the factor of its information.
    init(_ fit: BradleyTerry, factor: CholeskyFactor) {
        let parameters = fit.parameters
        size = parameters.count
        items = fit.logWorths.count
        self.factor = factor
        var directions = Matrix(rows: size, columns: size + 2)
        for place in 0..<size {
            let direction = factor.solveLower((0..<size).map { $0 == place ? 1 : 0 })
            for axis in 0..<size {
                directions[axis, place] = direction[axis]
                if place < items { directions[axis, size] += direction[axis] / Double(items) }
            }
        }
        self.directions = directions
        probabilities = (0..<items * items).map { [items] place in
            let odds = parameters[place / items] - parameters[place % items]
            let logOdds = odds + (fit.logOrderEffect ?? 0)
            return (1 / (1 + Double.exp(-logOdds)), 1 / (1 + Double.exp(logOdds)))
        }
    }

    /// The place in ``directions`` of one side of a contrast.
    func place(of side: LogOddsContrast.Side) -> Int {
        switch side {
        case .parameter(let place): place
        case .mean: size
        case .nothing: size + 1
        }
    }

    /// The direction that votes on a pair tell of, their information along it and the derivative of their
    /// log-likelihood.
    func part(
        of cell: PersonPairCounts.Cell, into direction: inout [Double]
    ) -> (weight: Double, surplus: Double) {
        for axis in 0..<size {
            direction[axis] = directions[axis, cell.first] - directions[axis, cell.second]
            if size > items { direction[axis] += directions[axis, items] }
        }
        let p = probabilities[cell.first * items + cell.second]
        let (wins, losses) = (Double(cell.firstWins), Double(cell.secondWins))
        // Not wins less expected wins, which would lose the digits of rare losses.
        return ((wins + losses) * p.first * p.second, wins * p.second - losses * p.first)
    }

    /// The covariance of the parameters that is `matrix` in these axes.
    func covariance(of matrix: SymmetricMatrix) -> SymmetricMatrix { factor.unshare(of: matrix) }
}
