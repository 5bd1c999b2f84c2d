import RealModule

/// ``BradleyTerry``'s estimate for votes that differ little from others, of which it is known: Newton's method from
/// there, in room that is made once.
struct WarmFit {
    /// What came of it.
    enum Outcome {
        /// ``logWorths`` are the estimate.
        case found
        /// There is none.
        case undefined(Undefined)
    }

    private let items: Int
    private let pairs: [(first: Int, second: Int)]
    private let start: [Double]
    /// The log-worths, which add up to 0.
    private(set) var logWorths: [Double]
    private var score: [Double]
    private var next: [Double]
    /// The lower triangle of the information, row after row, and then its factor.
    private var matrix: [Double]
    /// Which items were chosen over which.
    private var beats: Relation

    /// Room for fits from log-worths `start`, of votes on `pairs`, which hang all items together.
    init(from start: [Double], pairs: [(first: Int, second: Int)]) {
        items = start.count
        self.pairs = pairs
        self.start = start
        logWorths = start
        score = start
        next = start
        matrix = Array(repeating: 0, count: items * items)
        beats = Relation(size: items)
    }

    /// The estimate from how often the first and the second of each pair was chosen.
    mutating func fit(firstWins: [Double], secondWins: [Double]) -> Outcome {
        if let undefined = undefined(firstWins, secondWins) { return .undefined(undefined) }
        logWorths = start
        for _ in 0..<200 {
            guard takeStep(firstWins, secondWins) else { return .undefined(.tooUneven) }
            var length = score.reduce(0) { max($0, abs($1)) }
            // After such a step the error is of its square.
            let isLast = length < 1e-4
            for item in 0..<items { next[item] = logWorths[item] + score[item] }
            if length > 0.25 {
                // Too far to go without a look.
                let value = value(at: logWorths, firstWins, secondWins)
                while length > 0.25 && !(self.value(at: next, firstWins, secondWins) > value) {
                    length /= 2
                    for item in 0..<items {
                        score[item] /= 2
                        next[item] = logWorths[item] + score[item]
                    }
                }
            }
            swap(&logWorths, &next)
            if isLast { return .found }
        }
        return .undefined(.tooUneven)
    }

    /// Why there is no estimate; see ``ComparisonGraph``.
    private mutating func undefined(_ firstWins: [Double], _ secondWins: [Double]) -> Undefined? {
        // Mostly there are wins either way on each pair.
        if pairs.indices.allSatisfy({ firstWins[$0] > 0 && secondWins[$0] > 0 }) { return nil }
        beats.clear()
        for (place, pair) in pairs.enumerated() {
            if firstWins[place] > 0 { beats[pair.first, pair.second] = true }
            if secondWins[place] > 0 { beats[pair.second, pair.first] = true }
        }
        if beats.isStronglyConnected { return nil }
        return beats.isConnected ? .separated : .disconnected
    }

    /// Newton's step, into ``score``; false where double precision cannot tell it.
    private mutating func takeStep(_ firstWins: [Double], _ secondWins: [Double]) -> Bool {
        var trace = 0.0
        matrix.withUnsafeMutableBufferPointer { matrix in
            score.withUnsafeMutableBufferPointer { score in
                matrix.update(repeating: 0)
                score.update(repeating: 0)
                for (place, pair) in pairs.enumerated() {
                    let (wins, losses) = (firstWins[place], secondWins[place])
                    guard wins + losses > 0 else { continue }
                    let odds = Double.exp(logWorths[pair.second] - logWorths[pair.first])
                    let p = 1 / (1 + odds)
                    let q = odds.isFinite ? odds * p : 1
                    let surplus = wins * q - losses * p
                    let weight = (wins + losses) * p * q
                    score[pair.first] += surplus
                    score[pair.second] -= surplus
                    matrix[pair.first * items + pair.first] += weight
                    matrix[pair.second * items + pair.second] += weight
                    matrix[pair.second * items + pair.first] -= weight
                    trace += 2 * weight
                }
            }
        }
        // Alike for each two items, which makes the information definite and changes no step of sum 0.
        let constant = trace / Double(items * items)
        let rounding = 8 * Double(items) * Double.ulpOfOne
        return matrix.withUnsafeMutableBufferPointer { matrix in
            score.withUnsafeMutableBufferPointer { step in
                for row in 0..<items {
                    let diagonal = matrix[row * items + row] + constant
                    for column in 0...row {
                        var entry = matrix[row * items + column] + constant
                        for earlier in 0..<column {
                            entry -= matrix[row * items + earlier] * matrix[column * items + earlier]
                        }
                        if column < row {
                            matrix[row * items + column] = entry * matrix[column * items + column]
                        } else {
                            guard entry > rounding * diagonal, entry.isFinite else { return false }
                            // The diagonal holds inverses.
                            matrix[row * items + row] = 1 / entry.squareRoot()
                        }
                    }
                    var entry = step[row]
                    for column in 0..<row { entry -= matrix[row * items + column] * step[column] }
                    step[row] = entry * matrix[row * items + row]
                }
                for row in (0..<items).reversed() {
                    step[row] *= matrix[row * items + row]
                    for column in 0..<row { step[column] -= matrix[row * items + column] * step[row] }
                }
                return true
            }
        }
    }

    /// The log-likelihood.
    private func value(at logWorths: [Double], _ firstWins: [Double], _ secondWins: [Double]) -> Double {
        var value = 0.0
        for (place, pair) in pairs.enumerated() {
            let logOdds = logWorths[pair.first] - logWorths[pair.second]
            let common = Double.log(onePlus: Double.exp(-abs(logOdds)))
            value += firstWins[place] * (min(logOdds, 0) - common) + secondWins[place] * (min(-logOdds, 0) - common)
        }
        return value
    }
}
