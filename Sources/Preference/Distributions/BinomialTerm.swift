import RealModule

/// Gamma(n + 1) / (Gamma(k + 1) Gamma(m + 1)) p^k q^m for n = k + m: for whole numbers the binomial probability of k
/// successes, and as exact for n in the millions as for 10.
///
/// Loader, "Fast and accurate computation of binomial probabilities" (2000).
///
/// - Parameter successes: k, at least 0; any real number.
/// - Parameter failures: m, at least 0; any real number.
/// - Parameter probability: p, 0 ... 1.
/// - Parameter complement: q = 1 - p.
func binomialTerm(successes k: Double, failures m: Double, probability p: Double, complement q: Double) -> Double {
    if k == 0 { return power(q, complement: p, m) }
    if m == 0 { return power(p, complement: q, k) }
    if p == 0 || q == 0 { return 0 }
    return Double.exp(exponent(k, m, p, q)) * ((k + m) / (2 * Double.pi * k * m)).squareRoot()
}

/// The natural logarithm of ``binomialTerm(successes:failures:probability:complement:)`` at p = q = 1/2, where the term
/// itself may be too small for a double.
func logBinomialTermAtHalf(successes k: Double, failures m: Double) -> Double {
    if k == 0 || m == 0 { return -(k + m) * Double.log(2) }
    return exponent(k, m, 0.5, 0.5) + Double.log((k + m) / (2 * Double.pi * k * m)) / 2
}

/// The logarithm of the term without its square root; k and m above 0.
private func exponent(_ k: Double, _ m: Double, _ p: Double, _ q: Double) -> Double {
    let n = k + m
    return stirlingError(n) - stirlingError(k) - stirlingError(m) - deviance(k, n * p) - deviance(m, n * q)
}

/// `base` to the power `exponent`, where `complement` is 1 - `base`.
private func power(_ base: Double, complement: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base == 0 { return 0 }
    return Double.exp(exponent * (base < 0.5 ? Double.log(base) : Double.log(onePlus: -complement)))
}

/// log Gamma(n + 1) less Stirling's approximation log(sqrt(2 pi n) (n/e)^n); n above 0.
private func stirlingError(_ n: Double) -> Double {
    if n <= 15 {
        return Double.logGamma(n + 1) - (n + 0.5) * Double.log(n) + n - Double.log(2 * Double.pi) / 2
    }
    let square = n * n
    let inner = 1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square
    return (1.0 / 12 - (1.0 / 360 - inner / square) / square) / n
}

/// x log(x / mean) + mean - x, without cancellation where the two are near.
private func deviance(_ x: Double, _ mean: Double) -> Double {
    guard abs(x - mean) < 0.1 * (x + mean) else { return x * Double.log(x / mean) + mean - x }
    let ratio = (x - mean) / (x + mean)
    var sum = (x - mean) * ratio
    var term = 2 * x * ratio
    var odd = 1.0
    while true {
        odd += 2
        term *= ratio * ratio
        let next = sum + term / odd
        if next == sum { return sum }
        sum = next
    }
}
