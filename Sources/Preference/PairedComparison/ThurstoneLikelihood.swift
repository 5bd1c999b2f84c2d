import RealModule

/// The log-likelihood of ``Thurstone``'s model and its derivatives, by the items' places.
struct ThurstoneLikelihood: PairLikelihood {
    let items: Int
    /// The votes but ties.
    let cells: [PairCounts.Cell]

    init(_ counts: PairCounts) {
        items = counts.items
        cells = counts.pairs.filter { $0.firstWins + $0.secondWins > 0 }
    }

    var parameters: Int { items }

    /// Two items move by at most 1/32: the curvature of log Phi at x changes by a factor of about exp(x/32).
    var safeStep: Double { 1.0 / 64 }

    func value(at parameters: [Double]) -> Double {
        cells.reduce(0) { sum, cell in
            let distance = parameters[cell.first] - parameters[cell.second]
            return sum + part(cell.firstWins, distance) + part(cell.secondWins, -distance)
        }
    }

    /// Twice the log-likelihood by which the model of a free probability for each pair is above this one.
    func deviance(at parameters: [Double]) -> Double {
        let free = cells.reduce(0) { sum, cell in
            let votes = cell.firstWins + cell.secondWins
            return sum
                + [cell.firstWins, cell.secondWins].reduce(0) { $1 == 0 ? $0 : $0 + $1 * Double.log($1 / votes) }
        }
        return 2 * (free - value(at: parameters))
    }

    func score(at parameters: [Double]) -> [Double] {
        var score = [Double](repeating: 0, count: items)
        for cell in cells {
            let distance = parameters[cell.first] - parameters[cell.second]
            let surplus = cell.firstWins * Self.slope(distance) - cell.secondWins * Self.slope(-distance)
            score[cell.first] += surplus
            score[cell.second] -= surplus
        }
        return score
    }

    func information(at parameters: [Double]) -> SymmetricMatrix {
        var information = SymmetricMatrix(size: items)
        for cell in cells {
            let distance = parameters[cell.first] - parameters[cell.second]
            let weight = cell.firstWins * curvature(distance) + cell.secondWins * curvature(-distance)
            information[cell.first, cell.first] += weight
            information[cell.second, cell.second] += weight
            information[cell.first, cell.second] -= weight
        }
        return information
    }

    /// The information that is expected where the model is true, by which people share it.
    func expectedInformation(at parameters: [Double]) -> SymmetricMatrix {
        var information = SymmetricMatrix(size: items)
        for cell in cells {
            let distance = parameters[cell.first] - parameters[cell.second]
            let weight = (cell.firstWins + cell.secondWins) * Self.slope(distance) * Self.slope(-distance)
            information[cell.first, cell.first] += weight
            information[cell.second, cell.second] += weight
            information[cell.first, cell.second] -= weight
        }
        return information
    }

    private func part(_ wins: Double, _ distance: Double) -> Double {
        wins == 0 ? 0 : wins * Double.log(NormalDistribution.upperTail(from: -distance))
    }

    /// The first derivative of log Phi.
    static func slope(_ x: Double) -> Double {
        Double.exp(-x * x / 2) / (2 * Double.pi).squareRoot() / NormalDistribution.upperTail(from: -x)
    }

    /// The second derivative of log Phi, with the opposite sign.
    private func curvature(_ x: Double) -> Double { Self.slope(x) * (x + Self.slope(x)) }
}
