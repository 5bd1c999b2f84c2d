/// The lower triangular factor L of a positive definite matrix A = L L'.
///
/// Golub and Van Loan, "Matrix computations", 4th edition (2013), section 4.2.
package struct CholeskyFactor: Sendable {
    private let size: Int
    /// L, row after row, with zeros above the diagonal.
    private var entries: [Double]

    /// The factor of `matrix`; nil where it is not positive definite, or not so beyond what rounding can make of 0.
    package init?(_ matrix: SymmetricMatrix) {
        let size = matrix.size
        let rounding = 8 * Double(size) * Double.ulpOfOne
        var entries = [Double](repeating: 0, count: size * size)
        let isDefinite = entries.withUnsafeMutableBufferPointer { entries in
            for row in 0..<size {
                for column in 0...row {
                    var entry = matrix[row, column]
                    for earlier in 0..<column {
                        entry -= entries[row * size + earlier] * entries[column * size + earlier]
                    }
                    if column < row {
                        entries[row * size + column] = entry / entries[column * size + column]
                    } else {
                        guard entry > rounding * matrix[row, row], entry.isFinite else { return false }
                        entries[row * size + row] = entry.squareRoot()
                    }
                }
            }
            return true
        }
        guard isDefinite else { return nil }
        self.size = size
        self.entries = entries
    }

    /// The x with A x = `right`.
    package func solve(_ right: [Double]) -> [Double] { solveUpper(solveLower(right)) }

    /// The x with L x = `right`.
    package func solveLower(_ right: [Double]) -> [Double] {
        precondition(right.count == size, "as many values as the matrix has rows")
        var x = right
        x.withUnsafeMutableBufferPointer { x in
            entries.withUnsafeBufferPointer { entries in
                for row in 0..<size {
                    var entry = x[row]
                    for column in 0..<row { entry -= entries[row * size + column] * x[column] }
                    x[row] = entry / entries[row * size + row]
                }
            }
        }
        return x
    }

    /// The x with L' x = `right`.
    package func solveUpper(_ right: [Double]) -> [Double] {
        precondition(right.count == size, "as many values as the matrix has rows")
        var x = right
        x.withUnsafeMutableBufferPointer { x in
            entries.withUnsafeBufferPointer { entries in
                for row in (0..<size).reversed() {
                    let entry = x[row] / entries[row * size + row]
                    for column in 0..<row { x[column] -= entries[row * size + column] * entry }
                    x[row] = entry
                }
            }
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
