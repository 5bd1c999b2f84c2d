/// The lower triangular factor L of a positive definite matrix A = L L'.
///
/// Golub and Van Loan, "Matrix computations", 4th edition (2013), section 4.2.
package struct CholeskyFactor: Sendable {
    private let size: Int
    /// L, row after row, with zeros above the diagonal.
    private var rows: [[Double]]

    /// The factor of `matrix`; nil where it is not positive definite, or not so beyond what rounding can make of 0.
    package init?(_ matrix: SymmetricMatrix) {
        size = matrix.size
        rows = Array(repeating: Array(repeating: 0, count: size), count: size)
        let rounding = 8 * Double(size) * Double.ulpOfOne
        for row in 0..<size {
            for column in 0..<row {
                var entry = matrix[row, column]
                for earlier in 0..<column { entry -= rows[row][earlier] * rows[column][earlier] }
                rows[row][column] = entry / rows[column][column]
            }
            var pivot = matrix[row, row]
            for entry in rows[row][..<row] { pivot -= entry * entry }
            guard pivot > rounding * matrix[row, row], pivot.isFinite else { return nil }
            rows[row][row] = pivot.squareRoot()
        }
    }

    /// The x with A x = `right`.
    package func solve(_ right: [Double]) -> [Double] { solveUpper(solveLower(right)) }

    /// The x with L x = `right`.
    package func solveLower(_ right: [Double]) -> [Double] {
        precondition(right.count == size, "as many values as the matrix has rows")
        var x = right
        for row in 0..<size {
            for column in 0..<row { x[row] -= rows[row][column] * x[column] }
            x[row] /= rows[row][row]
        }
        return x
    }

    /// The x with L' x = `right`.
    package func solveUpper(_ right: [Double]) -> [Double] {
        precondition(right.count == size, "as many values as the matrix has rows")
        var x = right
        for row in (0..<size).reversed() {
            x[row] /= rows[row][row]
            for column in 0..<row { x[column] -= rows[row][column] * x[row] }
        }
        return x
    }

    /// The matrix that is B in the axes in which A is the identity: inverse(L') B inverse(L).
    func unshare(of matrix: SymmetricMatrix) -> SymmetricMatrix {
        let half = (0..<size).map { column in solveUpper((0..<size).map { matrix[$0, column] }) }
        var whole = SymmetricMatrix(size: size)
        for row in 0..<size {
            let solved = solveUpper(half.map { $0[row] })
            for column in 0...row { whole[row, column] = solved[column] }
        }
        return whole
    }

    /// The inverse of A.
    package var inverse: SymmetricMatrix {
        var inverse = SymmetricMatrix(size: size)
        for column in 0..<size {
            var unit = [Double](repeating: 0, count: size)
            unit[column] = 1
            let solved = solve(unit)
            for row in column..<size { inverse[row, column] = solved[row] }
        }
        return inverse
    }
}
