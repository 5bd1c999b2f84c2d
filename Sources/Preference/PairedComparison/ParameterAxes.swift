import RealModule

/// The parameters of a model of pairs in axes in which the information on them is the identity.
struct ParameterAxes: Sendable {
    /// How many parameters there are.
    let size: Int
    /// The directions of the parameters, then of the mean of the items, then 0, in columns.
    let directions: Matrix
    private let items: Int
    private let factor: CholeskyFactor
    /// How fast the log-likelihood falls with the log-odds (or the distance) where the second of an ordered pair is chosen,
    /// and rises where the first is, by first x items + second. Their product is the information of a vote.
    private let slopes: [(second: Double, first: Double)]

    /// The axes at an estimate, for the factor of its information.
    init(_ fit: BradleyTerry, factor: CholeskyFactor) {
        let parameters = fit.parameters
        let items = fit.logWorths.count
        self.init(parameters: parameters.count, items: items, factor: factor) { first, second in
            let logOdds = parameters[first] - parameters[second] + (fit.logOrderEffect ?? 0)
            return (1 / (1 + Double.exp(-logOdds)), 1 / (1 + Double.exp(logOdds)))
        }
    }

    /// The axes at an estimate, for the factor of the information expected there.
    init(_ fit: Thurstone, factor: CholeskyFactor) {
        self.init(parameters: fit.places.count, items: fit.places.count, factor: factor) { first, second in
            let distance = fit.places[first] - fit.places[second]
            return (ThurstoneLikelihood.slope(-distance), ThurstoneLikelihood.slope(distance))
        }
    }

    private init(
        parameters size: Int, items: Int, factor: CholeskyFactor,
        slopes: (_ first: Int, _ second: Int) -> (second: Double, first: Double)
    ) {
        self.size = size
        self.items = items
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
        self.slopes = (0..<items * items).map { slopes($0 / items, $0 % items) }
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
        let slope = slopes[cell.first * items + cell.second]
        let (wins, losses) = (Double(cell.firstWins), Double(cell.secondWins))
        // Not wins less expected wins, which would lose the digits of rare losses.
        return ((wins + losses) * slope.first * slope.second, wins * slope.first - losses * slope.second)
    }

    /// The covariance of the parameters that is `matrix` in these axes.
    func covariance(of matrix: SymmetricMatrix) -> SymmetricMatrix { factor.unshare(of: matrix) }
}
