import RealModule

/// The standard normal distribution N(0, 1).
package enum NormalDistribution {
    /// The probability above `x`.
    package static func upperTail(from x: Double) -> Double {
        Double.erfc(x / 2.0.squareRoot()) / 2
    }

    /// The x above which the probability is `upperTail`; to the last digits of a double.
    ///
    /// Abramowitz and Stegun (1964), formula 26.2.23 (error below 4.5e-4), made exact by Halley's steps.
    ///
    /// - Parameter upperTail: above 0 and below 1.
    package static func quantile(upperTail: Double) -> Double {
        precondition(0 < upperTail && upperTail < 1, "a probability above 0 and below 1")
        if upperTail > 0.5 { return -quantile(upperTail: 1 - upperTail) }
        let t = (-2 * Double.log(upperTail)).squareRoot()
        var x =
            t - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        for _ in 0..<3 {
            let density = Double.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            let step = (Self.upperTail(from: x) - upperTail) / density
            x += step / (1 - x * step / 2)
        }
        return x
    }
}
