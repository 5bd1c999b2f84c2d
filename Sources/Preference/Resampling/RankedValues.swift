/// Values of which a few are asked by their rank; they are sorted no further than that takes.
///
/// Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961).
struct RankedValues {
    private var values: [Double]

    /// Values, none of them NaN.
    init(_ values: [Double]) { self.values = values }

    /// The value of a rank in ascending order, from 0.
    subscript(rank: Int) -> Double {
        mutating get {
            values.withUnsafeMutableBufferPointer { values in
                var (low, high) = (0, values.count - 1)
                while low < high {
                    let pivot = Self.middle(values[low], values[(low + high) / 2], values[high])
                    var (left, right) = (low, high)
                    while left <= right {
                        while values[left] < pivot { left += 1 }
                        while values[right] > pivot { right -= 1 }
                        if left <= right {
                            values.swapAt(left, right)
                            (left, right) = (left + 1, right - 1)
                        }
                    }
                    // What lies between the two is equal to the pivot.
                    if rank <= right {
                        high = right
                    } else if rank >= left {
                        low = left
                    } else {
                        break
                    }
                }
                return values[rank]
            }
        }
    }

    private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double { max(min(a, b), min(max(a, b), c)) }
}
