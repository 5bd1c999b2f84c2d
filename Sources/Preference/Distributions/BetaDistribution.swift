/// The beta distribution on 0 ... 1; its distribution function is the regularised incomplete beta function I_x(a, b).
package struct BetaDistribution: Sendable {
    /// First parameter, above 0.
    package let a: Double
    /// Second parameter, above 0.
    package let b: Double

    /// The distribution with parameters `a` and `b`.
    package init(_ a: Double, _ b: Double) {
        precondition(a > 0 && b > 0, "both parameters above 0")
        self.a = a
        self.b = b
    }

    /// The probability below `x`, I_x(a, b).
    package func lowerTail(to x: Double) -> Double { lowerTail(to: x, complement: 1 - x) }

    /// The probability below `x`, where 1 - x is known more exactly than its difference tells.
    ///
    /// - Parameter x: 0 ... 1.
    /// - Parameter complement: 1 - x.
    package func lowerTail(to x: Double, complement: Double) -> Double {
        if x <= 0 { return 0 }
        if complement <= 0 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - BetaDistribution(b, a).smallTail(x: complement, y: x) }
        return smallTail(x: x, y: complement)
    }

    /// The x below which the probability is `lowerTail`, to the last digits that the distribution function has.
    ///
    /// - Parameter lowerTail: above 0 and below 1.
    package func quantile(lowerTail: Double) -> Double {
        precondition(0 < lowerTail && lowerTail < 1, "a probability above 0 and below 1")
        return root(from: 0, to: 1) { self.lowerTail(to: $0) - lowerTail }
    }

    /// I_x(a, b) = x^a y^b / B(a, b) divided by a continued fraction that converges fast for x below (a + 1)/(a + b +
    /// 2): DiDonato and Morris, "Algorithm 708: significant digit computation of the incomplete beta function ratios",
    /// ACM TOMS 18 (1992), evaluated by Lentz's method. It takes about sqrt(max(a, b)) steps. The factor is a binomial
    /// probability (see `binomialTerm`), so that no digits are lost between large logarithms.
    private func smallTail(x: Double, y: Double) -> Double {
        let factor = a * b / (a + b) * binomialTerm(successes: a, failures: b, probability: x, complement: y)
        if factor == 0 { return 0 }
        let start = a * (a * y - b * x + 1) / (a + 1)
        var fraction = nonzero(start)
        var c = fraction
        var d = 0.0
        var step = 0.0
        while step < 1e7 {
            step += 1
            let middle = a + 2 * step - 1
            let numerator = step * (a + step - 1) / middle * ((a + b + step - 1) / middle) * (b - step) * x * x
            let denominator =
                step + step * (b - step) * x / middle
                + (a + step) * (a * y - b * x + 1 + step * (1 + y)) / (middle + 2)
            d = 1 / nonzero(denominator + numerator * d)
            c = nonzero(denominator + numerator / c)
            fraction *= c * d
            if abs(c * d - 1) <= Double.ulpOfOne { break }
        }
        return factor / fraction
    }

    private func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
