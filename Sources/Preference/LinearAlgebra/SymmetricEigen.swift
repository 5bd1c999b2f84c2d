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
        // Both triangles, row after row, so that a rotation runs along rows.
        var rest = (0..<size * size).map { matrix[$0 / size, $0 % size] }
        var flat = (0..<size * size).map { $0 / size == $0 % size ? 1.0 : 0 }
        rest.withUnsafeMutableBufferPointer { rest in
            flat.withUnsafeMutableBufferPointer { vectors in Self.diagonalise(rest, vectors, size: size) }
        }
        vectors = (0..<size).map { Array(flat[$0 * size..<($0 + 1) * size]) }
        values = (0..<size).map { rest[$0 * size + $0] }
    }

    private static func diagonalise(
        _ rest: UnsafeMutableBufferPointer<Double>, _ vectors: UnsafeMutableBufferPointer<Double>, size: Int
    ) {
        // The entries beside the diagonal vanish quadratically: ten rounds are more than any matrix needs.
        for _ in 0..<50 {
            var isDiagonal = true
            for q in 0..<size {
                for p in 0..<q {
                    let entry = rest[p * size + q]
                    let (first, second) = (rest[p * size + p], rest[q * size + q])
                    guard abs(entry) > 1e-17 * (abs(first) + abs(second)) else { continue }
                    isDiagonal = false
                    let slope = (second - first) / (2 * entry)
                    let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (1 + slope * slope).squareRoot())
                    let cosine = 1 / (1 + tangent * tangent).squareRoot()
                    let sine = tangent * cosine
                    for place in 0..<size {
                        let (a, b) = (rest[p * size + place], rest[q * size + place])
                        rest[p * size + place] = cosine * a - sine * b
                        rest[q * size + place] = sine * a + cosine * b
                    }
                    for place in 0..<size {
                        rest[place * size + p] = rest[p * size + place]
                        rest[place * size + q] = rest[q * size + place]
                    }
                    rest[p * size + p] = first - sine / cosine * entry
                    rest[q * size + q] = second + sine / cosine * entry
                    rest[p * size + q] = 0
                    rest[q * size + p] = 0
                    for place in 0..<size {
                        let (a, b) = (vectors[p * size + place], vectors[q * size + place])
                        vectors[p * size + place] = cosine * a - tangent * cosine * b
                        vectors[q * size + place] = tangent * cosine * a + cosine * b
                    }
                }
            }
            if isDiagonal { break }
        }
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
