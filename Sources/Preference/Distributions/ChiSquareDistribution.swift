import RealModule

/// The chi-square distribution.
package struct ChiSquareDistribution: Sendable {
    /// Degrees of freedom, above 0; any real number.
    package let degreesOfFreedom: Double

    /// The distribution with so many degrees of freedom.
    package init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0, "degrees of freedom above 0")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability above `x`, the incomplete gamma function Q(a, z) at half of both: by its series where z is small,
    /// else by its continued fraction (Abramowitz and Stegun, 6.5.29 and 6.5.31, by Lentz's method).
    package func upperTail(from x: Double) -> Double {
        if x <= 0 { return 1 }
        let (a, z) = (degreesOfFreedom / 2, x / 2)
        let factor = Double.exp(a * Double.log(z) - z - Double.logGamma(a))
        if z < a + 1 {
            var (term, sum, place) = (1 / a, 1 / a, a)
            while term > sum * 1e-17 {
                place += 1
                term *= z / place
                sum += term
            }
            return max(0, 1 - factor * sum)
        }
        var b = z + 1 - a
        var c = Double.greatestFiniteMagnitude
        var d = 1 / b
        var fraction = d
        for step in 1...100_000 {
            let numerator = -Double(step) * (Double(step) - a)
            b += 2
            d = 1 / (b + numerator * d)
            c = b + numerator / c
            fraction *= c * d
            if abs(c * d - 1) <= Double.ulpOfOne { break }
        }
        return factor * fraction
    }
}
