/// Student's t distribution.
package struct StudentDistribution: Sendable {
    /// Degrees of freedom, above 0; any real number.
    package let degreesOfFreedom: Double

    /// The distribution with so many degrees of freedom.
    package init(degreesOfFreedom: Double) {
        precondition(degreesOfFreedom > 0, "degrees of freedom above 0")
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability above `t`.
    package func upperTail(from t: Double) -> Double {
        if t < 0 { return 1 - upperTail(from: -t) }
        let square = t * t
        let sum = degreesOfFreedom + square
        if sum.isInfinite { return 0 }
        return BetaDistribution(degreesOfFreedom / 2, 0.5)
            .lowerTail(to: degreesOfFreedom / sum, complement: square / sum) / 2
    }

    /// The t above which the probability is `upperTail`.
    ///
    /// - Parameter upperTail: above 0 and below 1.
    package func quantile(upperTail: Double) -> Double {
        precondition(0 < upperTail && upperTail < 1, "a probability above 0 and below 1")
        if upperTail == 0.5 { return 0 }
        if upperTail > 0.5 { return -quantile(upperTail: 1 - upperTail) }
        var high = 2.0
        while self.upperTail(from: high) > upperTail { high *= 2 }
        return root(from: 0, to: high) { self.upperTail(from: $0) - upperTail }
    }
}
