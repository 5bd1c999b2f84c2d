import RealModule

/// The noncentral t distribution: (Z + shift)/S for a normal Z and, independent of it, S with S^2 a chi-square variable
/// over its degrees of freedom.
package struct NoncentralStudentDistribution: Sendable {
    /// Degrees of freedom, at least 1.
    package let degreesOfFreedom: Double
    /// The noncentrality parameter.
    package let shift: Double

    /// The distribution with so many degrees of freedom.
    package init(degreesOfFreedom: Double, shift: Double) {
        precondition(degreesOfFreedom >= 1, "degrees of freedom from 1")
        self.degreesOfFreedom = degreesOfFreedom
        self.shift = shift
    }

    /// The probability above `t`, which is at least 0; to about nine digits: the normal tail at every value of S, put
    /// together by Simpson's rule where S has its probability.
    package func upperTail(from t: Double) -> Double {
        precondition(t >= 0, "t from 0")
        let reach = 12 / (2 * degreesOfFreedom).squareRoot()
        let (low, high) = (max(0, 1 - reach), 1 + reach)
        let panels = 2000
        var (sum, all) = (0.0, 0.0)
        for place in 0...panels {
            let s = low + (high - low) * Double(place) / Double(panels)
            let end = place == 0 || place == panels
            let weight = (end ? 1.0 : place % 2 == 1 ? 4 : 2) * density(at: s)
            all += weight
            sum += weight * NormalDistribution.upperTail(from: t * s - shift)
        }
        return sum / all
    }

    /// The density of S, up to a factor.
    private func density(at s: Double) -> Double {
        if s == 0 { return degreesOfFreedom == 1 ? Double.exp(0.5) : 0 }
        return Double.exp((degreesOfFreedom - 1) * Double.log(s) - degreesOfFreedom * (s * s - 1) / 2)
    }
}
