#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension RandomStream {
    /// A uniform number in [0, 1), one of 2^24 equally spaced values: exact in single precision.
    package mutating func uniformFloat() -> Float {
        Float(word() >> 8) * 0x1p-24
    }

    /// A uniform number in [0, 1), one of 2^53 equally spaced values.
    package mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number in 0 ..< `bound`, each exactly equally likely (Lemire, "Fast random integer generation in an
    /// interval", 2019; written out, so that a seed means the same under every standard library).
    ///
    /// - Parameter bound: at least 1.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound >= 1, "a bound of at least 1")
        let bound = UInt64(bound)
        let rejected = (0 &- bound) % bound
        while true {
            let product = next().multipliedFullWidth(by: bound)
            if product.low >= rejected { return Int(product.high) }
        }
    }

    /// Two independent draws from the normal distribution N(0, 1), by Box and Muller's transform (1958).
    package mutating func normals() -> (Double, Double) {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        return (radius * cos(angle), radius * sin(angle))
    }

    /// 0 ..< `count` in random order (Fisher and Yates' shuffle).
    package mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) {
            order.swapAt(last, below(last + 1))
        }
        return order
    }
}
