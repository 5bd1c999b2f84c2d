/// How alike two planes are within a window, on average over all windows that lie wholly inside.
///
/// Source: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility to structural similarity",
/// IEEE Trans. Image Processing 13, 2004, with K1 = 0.01, K2 = 0.03 and L = 255.
struct LocalSimilarity {
    /// SSIM: luminance, contrast and structure.
    let whole: Double
    /// Contrast and structure alone, which MS-SSIM takes at all scales but the last.
    let contrastAndStructure: Double

    /// Compares two planes of the same size, no smaller than the window.
    init(_ first: Plane, _ second: Plane, window: GaussianWindow) {
        let size = window.weights.count
        let width = first.width
        precondition(width == second.width && first.height == second.height, "planes of the same size")
        precondition(width >= size && first.height >= size, "a window inside the planes")
        let columns = width - size + 1
        let rows = first.height - size + 1
        var wholes = 0.0
        var structures = 0.0
        first.samples.withUnsafeBufferPointer { first in
            second.samples.withUnsafeBufferPointer { second in
                window.weights.withUnsafeBufferPointer { weights in
                    // Weighted sums of x, y, xx, yy and xy: down the columns of the window's rows, then along the row.
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: 5 * width) { sums in
                        for row in 0..<rows {
                            Self.sumColumns(first, second, weights, row: row, width: width, into: sums)
                            for column in 0..<columns {
                                let (whole, structure) = Self.compare(sums, weights, column: column, width: width)
                                wholes += whole
                                structures += structure
                            }
                        }
                    }
                }
            }
        }
        whole = wholes / Double(rows * columns)
        contrastAndStructure = structures / Double(rows * columns)
    }

    private static func sumColumns(
        _ first: UnsafeBufferPointer<Double>, _ second: UnsafeBufferPointer<Double>,
        _ weights: UnsafeBufferPointer<Double>, row: Int, width: Int, into sums: UnsafeMutableBufferPointer<Double>
    ) {
        sums.update(repeating: 0)
        for step in 0..<weights.count {
            let weight = weights[step]
            let start = (row + step) * width
            for column in 0..<width {
                let x = first[start + column]
                let y = second[start + column]
                sums[column] += weight * x
                sums[width + column] += weight * y
                sums[2 * width + column] += weight * (x * x)
                sums[3 * width + column] += weight * (y * y)
                sums[4 * width + column] += weight * (x * y)
            }
        }
    }

    private static func compare(
        _ sums: UnsafeMutableBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>, column: Int, width: Int
    ) -> (whole: Double, structure: Double) {
        var x = 0.0
        var y = 0.0
        var xx = 0.0
        var yy = 0.0
        var xy = 0.0
        for step in 0..<weights.count {
            let weight = weights[step]
            x += weight * sums[column + step]
            y += weight * sums[width + column + step]
            xx += weight * sums[2 * width + column + step]
            yy += weight * sums[3 * width + column + step]
            xy += weight * sums[4 * width + column + step]
        }
        let c1 = (0.01 * 255) * (0.01 * 255)
        let c2 = (0.03 * 255) * (0.03 * 255)
        let structure = (2 * (xy - x * y) + c2) / ((xx - x * x) + (yy - y * y) + c2)
        return (structure * (2 * x * y + c1) / (x * x + y * y + c1), structure)
    }
}
