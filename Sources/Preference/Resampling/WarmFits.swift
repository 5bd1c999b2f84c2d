import RealModule

/// ``BradleyTerry``'s estimates for eight sets of votes side by side, which differ little from others, of which it is
/// known: Newton's method from there, in room that is made once.
///
/// A step longer than a quarter is shortened to that, so that log-odds move by at most one half; each such step makes
/// the likelihood greater, since its second derivative changes by at most exp(1/2) on the way.
struct WarmFits {
    /// The estimates, each set of votes in a lane.
    typealias Lanes = SIMD8<Double>

    private let items: Int
    private let pairs: [ResampledPairs.Pair]
    private let start: [Double]
    /// The log-worths, which add up to 0, where there are some.
    private(set) var logWorths: [Lanes]
    private var worths: [Lanes]
    private var step: [Lanes]
    /// The lower triangle of the information, row after row, and then its factor.
    private var matrix: [Lanes]
    /// Which items were chosen over which.
    private var beats: Relation

    /// Room for fits from log-worths `start`, of votes on `pairs`, which hang all items together.
    init(from start: [Double], pairs: [ResampledPairs.Pair]) {
        items = start.count
        self.pairs = pairs
        self.start = start
        logWorths = Array(repeating: .zero, count: items)
        (worths, step) = (logWorths, logWorths)
        matrix = Array(repeating: .zero, count: items * items)
        beats = Relation(size: items)
    }

    /// Finds the estimates from how often the first and the second of each pair was chosen, given from the slices' first
    /// places on; for each lane why there is none, or nil.
    mutating func fit(firstWins: ArraySlice<Lanes>, secondWins: ArraySlice<Lanes>) -> [Undefined?] {
        var reasons = undefined(firstWins, secondWins)
        var isOpen = SIMDMask<SIMD8<Int64>>(repeating: false)
        for lane in reasons.indices { isOpen[lane] = reasons[lane] == nil }
        for item in 0..<items { logWorths[item] = Lanes(repeating: start[item]) }
        for _ in 0..<1000 {
            guard any(isOpen) else { return reasons }
            let isTold = takeStep(firstWins, secondWins)
            if any(isOpen .& .!isTold) {
                for lane in reasons.indices where isOpen[lane] && !isTold[lane] { reasons[lane] = .tooUneven }
                isOpen = isOpen .& isTold
            }
            let length = step.reduce(Lanes.zero) { $0 + $1 * $1 }.squareRoot()
            let share = (0.25 / length).replacing(with: 1, where: length .<= 0.25).replacing(with: 0, where: .!isOpen)
            for item in 0..<items { logWorths[item] += share * step[item] }
            // After such a step the error is of its square.
            isOpen = isOpen .& (length .>= 1e-4)
        }
        for lane in reasons.indices where isOpen[lane] { reasons[lane] = .tooUneven }
        return reasons
    }

    /// For each lane why there is no estimate, or nil; see ``ComparisonGraph``.
    private mutating func undefined(_ firstWins: ArraySlice<Lanes>, _ secondWins: ArraySlice<Lanes>) -> [Undefined?] {
        // Mostly there are wins either way wherever there are some of all votes.
        var isWhole = SIMDMask<SIMD8<Int64>>(repeating: true)
        for (pair, place) in zip(pairs, firstWins.indices) {
            if pair.hasFirstWins { isWhole = isWhole .& (firstWins[place] .> 0) }
            if pair.hasSecondWins { isWhole = isWhole .& (secondWins[place] .> 0) }
        }
        return (0..<Lanes.scalarCount).map { lane in
            if isWhole[lane] { return nil }
            beats.clear()
            for (pair, place) in zip(pairs, firstWins.indices) {
                if firstWins[place][lane] > 0 { beats[pair.first, pair.second] = true }
                if secondWins[place][lane] > 0 { beats[pair.second, pair.first] = true }
            }
            if beats.isStronglyConnected { return nil }
            return beats.isConnected ? .separated : .disconnected
        }
    }

    /// Newton's step, into ``step``; false where double precision cannot tell it.
    private mutating func takeStep(_ firstWins: ArraySlice<Lanes>, _ secondWins: ArraySlice<Lanes>) -> SIMDMask<
        SIMD8<Int64>
    > {
        for item in 0..<items {
            for lane in 0..<Lanes.scalarCount { worths[item][lane] = Double.exp(logWorths[item][lane]) }
        }
        let items = items
        return matrix.withUnsafeMutableBufferPointer { matrix in
            step.withUnsafeMutableBufferPointer { step in
                matrix.update(repeating: .zero)
                step.update(repeating: .zero)
                var trace = Lanes.zero
                for (pair, place) in zip(pairs, firstWins.indices) {
                    let (wins, losses) = (firstWins[place], secondWins[place])
                    let (first, second) = (worths[pair.first], worths[pair.second])
                    let whole = 1 / (first + second)
                    let (p, q) = (first * whole, second * whole)
                    // Not wins less expected wins, which would lose the digits of rare losses.
                    let surplus = wins * q - losses * p
                    let weight = (wins + losses) * p * q
                    step[pair.first] += surplus
                    step[pair.second] -= surplus
                    matrix[pair.first * items + pair.first] += weight
                    matrix[pair.second * items + pair.second] += weight
                    matrix[pair.second * items + pair.first] -= weight
                    trace += 2 * weight
                }
                return Self.solve(matrix, step, plus: trace / Double(items * items))
            }
        }
    }

    /// Solves a system of equations in each lane, by Cholesky's method; false where double precision cannot.
    ///
    /// - Parameter matrix: the lower triangle, row after row; then of use no more.
    /// - Parameter x: the right side, and then the solution.
    /// - Parameter constant: alike for each two items, which makes the information definite and changes no step of
    ///   sum 0.
    private static func solve(
        _ matrix: UnsafeMutableBufferPointer<Lanes>, _ x: UnsafeMutableBufferPointer<Lanes>, plus constant: Lanes
    ) -> SIMDMask<SIMD8<Int64>> {
        let size = x.count
        let rounding = 8 * Double(size) * Double.ulpOfOne
        var isTold = SIMDMask<SIMD8<Int64>>(repeating: true)
        for row in 0..<size {
            let diagonal = matrix[row * size + row] + constant
            for column in 0...row {
                var entry = matrix[row * size + column] + constant
                for earlier in 0..<column { entry -= matrix[row * size + earlier] * matrix[column * size + earlier] }
                if column < row {
                    matrix[row * size + column] = entry * matrix[column * size + column]
                } else {
                    isTold = isTold .& (entry .> rounding * diagonal) .& (entry .< .infinity)
                    // The diagonal holds inverses.
                    matrix[row * size + row] = 1 / entry.squareRoot()
                }
            }
            var entry = x[row]
            for column in 0..<row { entry -= matrix[row * size + column] * x[column] }
            x[row] = entry * matrix[row * size + row]
        }
        for row in (0..<size).reversed() {
            x[row] *= matrix[row * size + row]
            for column in 0..<row { x[column] -= matrix[row * size + column] * x[row] }
        }
        return isTold
    }
}
