import RealModule

/// The log-likelihood of ``BradleyTerry``'s model and its derivatives, by the items' log-worths and then, where there
/// is one, the log order effect.
struct BradleyTerryLikelihood: PairLikelihood {
    let items: Int
    let hasOrderEffect: Bool
    /// The votes but ties, by ordered pairs with an order effect and by pairs without.
    let cells: [PairCounts.Cell]

    init(_ counts: PairCounts, withOrderEffect: Bool) {
        items = counts.items
        hasOrderEffect = withOrderEffect
        cells = (withOrderEffect ? counts.orderedPairs : counts.pairs).filter { $0.firstWins + $0.secondWins > 0 }
    }

    var parameters: Int { items + (hasOrderEffect ? 1 : 0) }

    /// Log-odds move by at most 3/4.
    var safeStep: Double { 0.25 }

    /// The log-odds that the first of two items is chosen.
    func logOdds(first: Int, second: Int, at parameters: [Double]) -> Double {
        parameters[first] - parameters[second] + (hasOrderEffect ? parameters[items] : 0)
    }

    func value(at parameters: [Double]) -> Double {
        cells.reduce(0) { sum, cell in
            let logOdds = logOdds(first: cell.first, second: cell.second, at: parameters)
            return sum + cell.firstWins * logProbability(ofLogOdds: logOdds)
                + cell.secondWins * logProbability(ofLogOdds: -logOdds)
        }
    }

    /// Twice the log-likelihood by which the model of a free probability for each cell is above this one.
    func deviance(at parameters: [Double]) -> Double {
        2
            * cells.reduce(0) { sum, cell in
                let logOdds = logOdds(first: cell.first, second: cell.second, at: parameters)
                let votes = cell.firstWins + cell.secondWins
                func part(_ wins: Double, _ logOdds: Double) -> Double {
                    wins == 0 ? 0 : wins * (Double.log(wins / votes) - logProbability(ofLogOdds: logOdds))
                }
                return sum + part(cell.firstWins, logOdds) + part(cell.secondWins, -logOdds)
            }
    }

    func score(at parameters: [Double]) -> [Double] {
        var score = [Double](repeating: 0, count: self.parameters)
        for cell in cells { add(cell, at: parameters, to: &score) }
        return score
    }

    /// Adds what the votes on one pair give to the first derivatives.
    func add(_ cell: PairCounts.Cell, at parameters: [Double], to score: inout [Double]) {
        let p = probabilities(of: cell, at: parameters)
        // Not wins less expected wins, which would lose the digits of rare losses.
        let surplus = cell.firstWins * p.second - cell.secondWins * p.first
        score[cell.first] += surplus
        score[cell.second] -= surplus
        if hasOrderEffect { score[items] += surplus }
    }

    func information(at parameters: [Double]) -> SymmetricMatrix {
        var information = SymmetricMatrix(size: self.parameters)
        for cell in cells { add(cell, at: parameters, to: &information) }
        return information
    }

    /// Adds what the votes on one pair give to the information.
    func add(_ cell: PairCounts.Cell, at parameters: [Double], to information: inout SymmetricMatrix) {
        let p = probabilities(of: cell, at: parameters)
        let weight = (cell.firstWins + cell.secondWins) * p.first * p.second
        information[cell.first, cell.first] += weight
        information[cell.second, cell.second] += weight
        information[cell.first, cell.second] -= weight
        guard hasOrderEffect else { return }
        information[items, cell.first] += weight
        information[items, cell.second] -= weight
        information[items, items] += weight
    }

    private func probabilities(of cell: PairCounts.Cell, at parameters: [Double]) -> (first: Double, second: Double) {
        let logOdds = logOdds(first: cell.first, second: cell.second, at: parameters)
        return (1 / (1 + Double.exp(-logOdds)), 1 / (1 + Double.exp(logOdds)))
    }

    /// The logarithm of 1 / (1 + exp(-x)).
    private func logProbability(ofLogOdds x: Double) -> Double {
        min(x, 0) - Double.log(onePlus: Double.exp(-abs(x)))
    }
}
