import Preference

/// The clustered estimator written out vote by vote, for least squares on the columns of a design.
struct ByVotes {
    /// The error of the contrast, CR2.
    let error: Double
    /// Its degrees of freedom.
    let degreesOfFreedom: Double

    /// By their definition, with H = X M X', M the inverse of X'X and A = (I - H)^(-1/2) of each person's block: the
    /// error is the root of the sum of (c' M X' A e)^2, the degrees (sum of p'p)^2 / sum of (p'q)^2 over all pairs of
    /// people with p = (I - H)' A X M c.
    ///
    /// - Parameter votes: of each person, rows of the design and what was voted; the rows may be weighted by roots of
    ///   working weights, and the votes then be residuals over those.
    /// - Parameter covariance: M.
    /// - Parameter estimate: the coefficients; the residuals are votes less rows times these.
    init(
        people votes: [[(row: [Double], vote: Double)]], covariance: SymmetricMatrix, estimate: [Double],
        contrast: [Double]
    ) {
        let size = covariance.size
        func along(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
        func solved(_ vector: [Double]) -> [Double] {
            (0..<size).map { row in (0..<size).reduce(0) { $0 + covariance[row, $1] * vector[$1] } }
        }
        let all = votes.flatMap { $0 }
        let direction = solved(contrast)
        var variance = 0.0
        var vectors: [[Double]] = []
        var start = 0
        for own in votes {
            var rest = SymmetricMatrix(size: own.count)
            for one in own.indices {
                for other in 0...one {
                    rest[one, other] = (one == other ? 1 : 0) - along(own[one].row, solved(own[other].row))
                }
            }
            let adjusted = SymmetricEigen(rest).apply(
                { $0 < 1e-10 ? 0 : 1 / $0.squareRoot() }, to: own.map { along($0.row, direction) })
            let product = along(adjusted, own.map { $0.vote - along($0.row, estimate) })
            variance += product * product
            let hatted = solved(
                (0..<size).map { column in along(own.map { $0.row[column] }, adjusted) })
            var vector = all.map { -along($0.row, hatted) }
            for (place, value) in adjusted.enumerated() { vector[start + place] += value }
            vectors.append(vector)
            start += own.count
        }
        let trace = vectors.reduce(0) { $0 + along($1, $1) }
        var squares = 0.0
        for one in vectors { for other in vectors { squares += along(one, other) * along(one, other) } }
        error = variance.squareRoot()
        degreesOfFreedom = trace * trace / squares
    }
}
