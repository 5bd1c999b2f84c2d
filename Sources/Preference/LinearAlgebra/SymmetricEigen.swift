/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Jacobi's method: plane rotations that set one entry beside the diagonal to 0 after the other, until none is left.
/// Golub and Van Loan, "Matrix computations", 4th edition (2013), section 8.5.
package struct SymmetricEigen: Sendable {
    /// The eigenvalues, in no order.
    package private(set) var values: [Double]
    /// The eigenvector of each eigenvalue, of length 1; they are orthogonal.
    package private(set) var vectors: [[Double]]

    /// The decomposition of `matrix`, whose entries are finite.
    package init(_ matrix: SymmetricMatrix) {
        let size = matrix.size
        var rest = matrix
        vectors = (0..<size).map { row in (0..<size).map { $0 == row ? 1 : 0 } }
        // The entries beside the diagonal vanish quadratically: ten rounds are more than any matrix needs.
        for _ in 0..<50 {
            var isDiagonal = true
            for q in 0..<size {
                for p in 0..<q {
                    let entry = rest[p, q]
                    guard abs(entry) > 1e-17 * (abs(rest[p, p]) + abs(rest[q, q])) else { continue }
                    isDiagonal = false
                    let slope = (rest[q, q] - rest[p, p]) / (2 * entry)
                    let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (1 + slope * slope).squareRoot())
                    let cosine = 1 / (1 + tangent * tangent).squareRoot()
                    rest.rotate(p, q, cosine: cosine, sine: tangent * cosine)
                    for place in 0..<size {
                        let (a, b) = (vectors[p][place], vectors[q][place])
                        vectors[p][place] = cosine * a - tangent * cosine * b
                        vectors[q][place] = tangent * cosine * a + cosine * b
                    }
                }
            }
            if isDiagonal { break }
        }
        values = (0..<size).map { rest[$0, $0] }
    }

    /// The matrix with these eigenvectors and `function` of these eigenvalues, times a vector.
    package func apply(_ function: (Double) -> Double, to vector: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: vector.count)
        for (value, direction) in zip(values, vectors) {
            let length = function(value) * zip(direction, vector).reduce(0) { $0 + $1.0 * $1.1 }
            for place in result.indices { result[place] += length * direction[place] }
        }
        return result
    }
}

extension SymmetricMatrix {
    /// Turns the axes p and q so that the entry of both becomes 0.
    fileprivate mutating func rotate(_ p: Int, _ q: Int, cosine: Double, sine: Double) {
        let (first, second, both) = (self[p, p], self[q, q], self[p, q])
        for place in 0..<size where place != p && place != q {
            let (a, b) = (self[place, p], self[place, q])
            self[place, p] = cosine * a - sine * b
            self[place, q] = sine * a + cosine * b
        }
        self[p, p] = first - sine / cosine * both
        self[q, q] = second + sine / cosine * both
        self[p, q] = 0
    }
}
