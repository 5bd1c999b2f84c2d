import Preference
import Testing

@Suite("Linear algebra")
struct LinearAlgebraTests {
    /// Hilbert's matrix of four rows, whose inverse is of whole numbers.
    private var hilbert: SymmetricMatrix {
        matrix([[1], [1.0 / 2, 1.0 / 3], [1.0 / 3, 1.0 / 4, 1.0 / 5], [1.0 / 4, 1.0 / 5, 1.0 / 6, 1.0 / 7]])
    }

    @Test("the inverse of Hilbert's matrix is that of whole numbers")
    func inverse() throws {
        let inverse = try #require(CholeskyFactor(hilbert)).inverse
        let expected = matrix([[16], [-120, 1200], [240, -2700, 6480], [-140, 1680, -4200, 2800]])
        for row in 0..<4 {
            for column in 0..<4 { expectClose(inverse[row, column], expected[row, column], 1e-11, "\(row), \(column)") }
        }
    }

    @Test("solving undoes multiplying, in one step or by the two triangles")
    func solving() throws {
        let x = [3, -1, 4, 1.5]
        let right = (0..<4).map { row in (0..<4).reduce(0) { $0 + hilbert[row, $1] * x[$1] } }
        let factor = try #require(CholeskyFactor(hilbert))
        for found in [factor.solve(right), factor.solveUpper(factor.solveLower(right))] {
            for (found, expected) in zip(found, x) { expectClose(found, expected, 1e-11) }
        }
        // Half of the way has the length of the whole: |inverse(L) b|^2 = b' inverse(A) b.
        let length = factor.solveLower(right).reduce(0) { $0 + $1 * $1 }
        expectClose(length, zip(right, x).reduce(0) { $0 + $1.0 * $1.1 }, 1e-12)
    }

    @Test("a matrix that is not positive definite has no factor, rounding or not")
    func indefinite() {
        #expect(CholeskyFactor(matrix([[1], [2, 1]])) == nil)
        #expect(CholeskyFactor(matrix([[0], [0, 1]])) == nil)
        #expect(CholeskyFactor(matrix([[-1]])) == nil)
        // Rows that add up to 0, whose last pivot is 0 but for rounding.
        #expect(CholeskyFactor(matrix([[0.3], [-0.1, 0.8], [-0.2, -0.7, 0.9]])) == nil)
        #expect(CholeskyFactor(matrix([[0.3], [-0.1, 0.8], [-0.2, -0.7, 0.9 + 1e-12]])) != nil)
    }

    @Test("covariances relative to an item are those of the differences")
    func relative() {
        let covariance = matrix([[5], [1, 4], [0.5, -1, 3], [0.25, 0.75, -0.5, 2]])
        let found = covariance.relative(to: 1, among: 3)
        // Of x0 - x1, 0, x2 - x1 and x3.
        let expected = matrix([
            [5 + 4 - 2], [0, 0], [0.5 - 1 + 1 + 4, 0, 3 + 4 + 2], [0.25 - 0.75, 0, -0.5 - 0.75, 2],
        ])
        #expect(found == expected)
    }

    @Test("eigenvectors are orthogonal, and with their values they make up the matrix")
    func eigen() {
        for matrix in [
            hilbert, matrix([[2], [1, 2], [1, 1, 2]]), matrix([[0], [3, 0]]), matrix([[4], [0, -1e-9]]),
        ] {
            let eigen = SymmetricEigen(matrix)
            for (row, one) in eigen.vectors.enumerated() {
                for (column, other) in eigen.vectors.enumerated() {
                    let product = zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
                    #expect(abs(product - (row == column ? 1 : 0)) < 1e-14)
                }
                var unit = [Double](repeating: 0, count: matrix.size)
                unit[row] = 1
                let found = eigen.apply({ $0 }, to: unit)
                for place in unit.indices { #expect(abs(found[place] - matrix[row, place]) < 1e-14) }
            }
        }
        #expect(SymmetricEigen(matrix([[0], [3, 0]])).values.sorted() == [-3, 3])
    }

    @Test("the square root of a matrix, taken twice, is the matrix")
    func squareRoot() {
        let eigen = SymmetricEigen(hilbert)
        let unit = [0, 0, 1.0, 0]
        let twice = eigen.apply({ $0.squareRoot() }, to: eigen.apply({ $0.squareRoot() }, to: unit))
        for place in 0..<4 { #expect(abs(twice[place] - hilbert[2, place]) < 1e-14) }
    }

    private func matrix(_ triangle: [[Double]]) -> SymmetricMatrix {
        var matrix = SymmetricMatrix(size: triangle.count)
        for (row, entries) in triangle.enumerated() {
            for (column, entry) in entries.enumerated() { matrix[column, row] = entry }
        }
        return matrix
    }
}
