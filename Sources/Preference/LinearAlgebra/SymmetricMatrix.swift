/// A dense symmetric matrix: of information, of covariances.
package struct SymmetricMatrix: Sendable, Hashable {
    /// Number of rows, and of columns.
    package let size: Int
    /// The lower triangle, row after row.
    private var triangle: [Double]

    /// The matrix of `size` rows that is 0 everywhere.
    package init(size: Int) {
        self.size = size
        triangle = Array(repeating: 0, count: size * (size + 1) / 2)
    }

    /// The entry in a row and a column, both from 0; the one across the diagonal is the same.
    package subscript(row: Int, column: Int) -> Double {
        get { triangle[place(row, column)] }
        set { triangle[place(row, column)] = newValue }
    }

    /// The covariance of values less one of them, from the covariance of the values: of the first `items` those
    /// relative to the one at `reference` (whose row becomes 0); the others stay as they are.
    ///
    /// - Parameter reference: 0 ..< `items`.
    package func relative(to reference: Int, among items: Int) -> SymmetricMatrix {
        precondition(0 <= reference && reference < items && items <= size, "a reference among the matrix's items")
        var relative = SymmetricMatrix(size: size)
        for row in 0..<size {
            for column in 0...row {
                var entry = self[row, column]
                if row < items { entry -= self[reference, column] }
                if column < items { entry -= self[row, reference] }
                if row < items && column < items { entry += self[reference, reference] }
                relative[row, column] = entry
            }
        }
        return relative
    }

    /// The sum of the diagonal.
    var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

    /// Every entry times a factor.
    func times(_ factor: Double) -> SymmetricMatrix {
        var product = self
        product.triangle = triangle.map { $0 * factor }
        return product
    }

    /// The sum of the squares of all entries.
    var sumOfSquares: Double {
        (0..<size).reduce(0) { sum, row in
            (0..<row).reduce(sum + self[row, row] * self[row, row]) { $0 + 2 * self[row, $1] * self[row, $1] }
        }
    }

    /// Adds v v' of a vector v.
    mutating func addSquare(of vector: [Double]) {
        precondition(vector.count == size, "as many values as the matrix has rows")
        triangle.withUnsafeMutableBufferPointer { triangle in
            vector.withUnsafeBufferPointer { vector in
                var start = 0
                for row in 0..<vector.count {
                    let value = vector[row]
                    for column in 0...row { triangle[start + column] += value * vector[column] }
                    start += row + 1
                }
            }
        }
    }

    private func place(_ row: Int, _ column: Int) -> Int {
        precondition(0 <= row && row < size && 0 <= column && column < size, "an entry of the matrix")
        return row > column ? row * (row + 1) / 2 + column : column * (column + 1) / 2 + row
    }
}
