/// A dense matrix.
struct Matrix: Sendable {
    /// How many rows there are.
    let rows: Int
    /// How many columns there are.
    let columns: Int
    /// The entries, row after row.
    private(set) var values: [Double]

    /// The matrix that is 0 everywhere.
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        values = Array(repeating: 0, count: rows * columns)
    }

    /// The entry in a row and a column, both from 0.
    subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// A column, from 0.
    func column(_ column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

    /// Rows as columns.
    var transposed: Matrix {
        var transposed = Matrix(rows: columns, columns: rows)
        for row in 0..<rows { for column in 0..<columns { transposed[column, row] = self[row, column] } }
        return transposed
    }

    /// This matrix with one more column on the right.
    func appending(_ column: [Double]) -> Matrix {
        precondition(column.count == rows, "as many values as the matrix has rows")
        var wider = Matrix(rows: rows, columns: columns + 1)
        for row in 0..<rows {
            for place in 0..<columns { wider[row, place] = self[row, place] }
            wider[row, columns] = column[row]
        }
        return wider
    }

    /// Adds a factor times v v' of a vector v to a square matrix.
    mutating func add(_ factor: Double, timesSquareOf vector: [Double]) {
        precondition(rows == columns && vector.count == rows, "as many values as the matrix has rows and columns")
        values.withUnsafeMutableBufferPointer { values in
            vector.withUnsafeBufferPointer { vector in
                for row in 0..<vector.count {
                    let own = factor * vector[row]
                    for column in 0..<vector.count { values[row * vector.count + column] += own * vector[column] }
                }
            }
        }
    }

    /// This matrix times another one.
    func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "as many rows as the matrix before has columns")
        var product = Matrix(rows: rows, columns: other.columns)
        let (inner, width) = (columns, other.columns)
        values.withUnsafeBufferPointer { left in
            other.values.withUnsafeBufferPointer { right in
                product.values.withUnsafeMutableBufferPointer { product in
                    for row in 0..<rows {
                        for place in 0..<inner {
                            let factor = left[row * inner + place]
                            for column in 0..<width {
                                product[row * width + column] += factor * right[place * width + column]
                            }
                        }
                    }
                }
            }
        }
        return product
    }

    /// (I - h)^(-1/2) times another matrix, where this one, h, is symmetric and has no eigenvalue below 0; nil where it
    /// has one of 1.
    ///
    /// Where h is small by the binomial series 1 + h/2 + 3 h h/8 + ..., to the last digits.
    func adjusting(_ other: Matrix) -> Matrix? {
        precondition(rows == columns && rows == other.rows, "a square matrix before one of as many rows")
        // No eigenvalue is above this.
        let bound = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard bound < 0.4 else { return adjustingByAxes(other) }
        var (sum, power) = (other, other)
        let greatest = other.values.reduce(0) { max($0, abs($1)) }
        var (length, factor, order) = (greatest, 1.0, 0.0)
        while length * bound > 1e-16 * greatest {
            power = times(power)
            order += 1
            factor *= (order - 0.5) / order
            length = 0
            for place in sum.values.indices {
                sum.values[place] += factor * power.values[place]
                length = max(length, abs(power.values[place]))
            }
        }
        return sum
    }

    private func adjustingByAxes(_ other: Matrix) -> Matrix? {
        var symmetric = SymmetricMatrix(size: rows)
        for row in 0..<rows { for column in 0...row { symmetric[row, column] = self[row, column] } }
        let axes = SymmetricEigen(symmetric)
        guard axes.values.allSatisfy({ $0 < 1 - 1e-10 }) else { return nil }
        var root = self
        for column in 0..<rows {
            let unit = (0..<rows).map { $0 == column ? 1.0 : 0 }
            for (row, entry) in axes.apply({ 1 / (1 - $0).squareRoot() }, to: unit).enumerated() {
                root[row, column] = entry
            }
        }
        return root.times(other)
    }
}
