import RealModule

/// The log-likelihood of ``Davidson``'s model and its derivatives, by the items' log-worths and then the logarithm of
/// nu.
struct DavidsonLikelihood: PairLikelihood {
    let items: Int
    let cells: [PairCounts.Cell]

    init(_ counts: PairCounts) {
        items = counts.items
        cells = counts.pairs
    }

    var parameters: Int { items + 1 }

    /// Log-odds move by at most 3/4.
    var safeStep: Double { 0.25 }

    func value(at parameters: [Double]) -> Double {
        cells.reduce(0) { sum, cell in
            let scales = scales(of: cell, at: parameters)
            return sum
                + zip([cell.firstWins, cell.secondWins, cell.ties], scales.indices).reduce(0) { sum, part in
                    part.0 == 0 ? sum : sum + part.0 * logProbability(of: part.1, scales)
                }
        }
    }

    /// Twice the log-likelihood by which the model of free probabilities for each pair is above this one.
    func deviance(at parameters: [Double]) -> Double {
        2
            * cells.reduce(0) { sum, cell in
                let scales = scales(of: cell, at: parameters)
                let votes = [cell.firstWins, cell.secondWins, cell.ties]
                let all = votes.reduce(0, +)
                return sum
                    + zip(votes, votes.indices).reduce(0) { sum, part in
                        part.0 == 0
                            ? sum : sum + part.0 * (Double.log(part.0 / all) - logProbability(of: part.1, scales))
                    }
            }
    }

    func score(at parameters: [Double]) -> [Double] {
        var score = [Double](repeating: 0, count: self.parameters)
        for cell in cells {
            let p = probabilities(of: cell, at: parameters)
            // Not votes less expected votes, which would lose the digits of rare ones.
            let gain = cell.firstWins * (2 * p.second + p.tie) - cell.secondWins * (2 * p.first + p.tie)
            let surplus = (gain - cell.ties * (p.first - p.second)) / 2
            score[cell.first] += surplus
            score[cell.second] -= surplus
            score[items] += cell.ties * (p.first + p.second) - (cell.firstWins + cell.secondWins) * p.tie
        }
        return score
    }

    func information(at parameters: [Double]) -> SymmetricMatrix {
        var information = SymmetricMatrix(size: self.parameters)
        for cell in cells {
            let p = probabilities(of: cell, at: parameters)
            let votes = cell.firstWins + cell.secondWins + cell.ties
            let weight = votes * (p.tie * (p.first + p.second) / 4 + p.first * p.second)
            information[cell.first, cell.first] += weight
            information[cell.second, cell.second] += weight
            information[cell.first, cell.second] -= weight
            let common = votes * p.tie * (p.first - p.second) / 2
            information[items, cell.first] -= common
            information[items, cell.second] += common
            information[items, items] += votes * p.tie * (p.first + p.second)
        }
        return information
    }

    /// The logarithms of what the probabilities of the first, of the second and of a tie are proportional to.
    private func scales(of cell: PairCounts.Cell, at parameters: [Double]) -> [Double] {
        let half = (parameters[cell.first] - parameters[cell.second]) / 2
        return [half, -half, parameters[items]]
    }

    private func logProbability(of outcome: Int, _ scales: [Double]) -> Double {
        let others = scales.indices.filter { $0 != outcome }
        return -Double.log(onePlus: others.reduce(0) { $0 + Double.exp(scales[$1] - scales[outcome]) })
    }

    private func probabilities(
        of cell: PairCounts.Cell, at parameters: [Double]
    ) -> (first: Double, second: Double, tie: Double) {
        let scales = scales(of: cell, at: parameters)
        let most = scales.max() ?? 0
        let parts = scales.map { Double.exp($0 - most) }
        let sum = parts.reduce(0, +)
        return (parts[0] / sum, parts[1] / sum, parts[2] / sum)
    }
}
