import Foundation
import Randomness

extension RandomStream {
    /// A random UUID (RFC 9562, version 4) in lower case.
    mutating func uuid() -> String {
        let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A person's own probability: beta-distributed with this mean, so that two votes of one person correlate by
    /// `intraclassCorrelation` (0 gives everybody the mean, 1 gives everybody 0 or 1).
    ///
    /// With correlation r the parameters are mean (1 - r)/r and (1 - mean)(1 - r)/r.
    mutating func beta(mean: Double, intraclassCorrelation: Double) -> Double {
        if intraclassCorrelation == 0 || mean == 0 || mean == 1 { return mean }
        if intraclassCorrelation == 1 { return uniform() < mean ? 1 : 0 }
        let sum = (1 - intraclassCorrelation) / intraclassCorrelation
        // Logarithms, since gamma variates of small shape are too small for a double.
        let one = logGamma(shape: mean * sum)
        let other = logGamma(shape: (1 - mean) * sum)
        return 1 / (1 + exp(other - one))
    }

    /// The logarithm of a gamma variate of that shape (Marsaglia and Tsang, "A simple method for generating gamma
    /// variables", 2000; shapes below 1 by their remark, from one of shape + 1).
    private mutating func logGamma(shape: Double) -> Double {
        if shape < 1 { return logGamma(shape: shape + 1) + log(1 - uniform()) / shape }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normals().0
            let root = 1 + c * x
            if root <= 0 { continue }
            let v = root * root * root
            if log(1 - uniform()) < x * x / 2 + d - d * v + d * log(v) { return log(d * v) }
        }
    }
}
