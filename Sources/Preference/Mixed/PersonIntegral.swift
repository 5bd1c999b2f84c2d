import RealModule

/// The likelihood of one person's votes under ``RandomInterceptModel``, integrated over how far the person is from the
/// others, and its derivatives by intercept and standard deviation.
///
/// By adaptive Gauss-Hermite quadrature: the nodes are set about the integrand's maximum, as far apart as its curvature
/// there says. Liu and Pierce, "A note on Gauss-Hermite quadrature", Biometrika 81 (1994).
struct PersonIntegral {
    /// The logarithm.
    let logLikelihood: Double
    /// Its first derivatives.
    let slope: (intercept: Double, sd: Double)
    /// Its second derivatives.
    let curvature: (intercept: Double, both: Double, sd: Double)

    /// The integral over people who are b standard deviations above the others, b normal.
    init(wins: Double, trials: Double, intercept: Double, sd: Double, rule: GaussHermiteRule) {
        let losses = trials - wins
        let peak = Self.peak(wins: wins, trials: trials, intercept: intercept, sd: sd)
        let p = Self.rate(intercept + sd * peak)
        let width = (2 / (1 + sd * sd * trials * p.win * p.loss)).squareRoot()
        // The logarithm of the integrand there, without the normal density's constant.
        let logOdds = intercept + sd * peak
        let common = Double.log(onePlus: Double.exp(-abs(logOdds)))
        let top = wins * (min(logOdds, 0) - common) + losses * (min(-logOdds, 0) - common) - peak * peak / 2
        var (sum, first, second) = (0.0, (0.0, 0.0), (0.0, 0.0, 0.0))
        for (node, weight) in zip(rule.nodes, rule.weights) {
            let b = peak + width * node
            let logOdds = intercept + sd * b
            let odds = Double.exp(-abs(logOdds))
            let common = Double.log(onePlus: odds)
            let (more, less) = (1 / (1 + odds), odds / (1 + odds))
            let (win, loss) = logOdds > 0 ? (more, less) : (less, more)
            let height = wins * (min(logOdds, 0) - common) + losses * (min(-logOdds, 0) - common) - b * b / 2
            let part = weight * Double.exp(node * node + height - top)
            let surplus = wins * loss - losses * win
            let excess = surplus * surplus - trials * win * loss
            sum += part
            first.0 += part * surplus
            first.1 += part * surplus * b
            second.0 += part * excess
            second.1 += part * b * excess
            second.2 += part * b * b * excess
        }
        logLikelihood = top + Double.log(sum * width / (2 * Double.pi).squareRoot())
        let means = (first.0 / sum, first.1 / sum)
        slope = means
        curvature = (
            second.0 / sum - means.0 * means.0, second.1 / sum - means.0 * means.1, second.2 / sum - means.1 * means.1
        )
    }

    /// The probabilities of a win and of a loss.
    static func rate(_ logOdds: Double) -> (win: Double, loss: Double) {
        (1 / (1 + Double.exp(-logOdds)), 1 / (1 + Double.exp(logOdds)))
    }

    /// Where the integrand is greatest: its logarithm is concave.
    private static func peak(wins: Double, trials: Double, intercept: Double, sd: Double) -> Double {
        func slope(_ b: Double) -> Double {
            let p = rate(intercept + sd * b)
            return sd * (wins * p.loss - (trials - wins) * p.win) - b
        }
        // The maximum of the votes alone, or of the density alone, is on the other side.
        var (low, high) = (-sd * (trials - wins), sd * wins)
        var b = min(high, max(low, 0))
        for _ in 0..<200 {
            let p = rate(intercept + sd * b)
            let slope = slope(b)
            if slope > 0 { low = b } else { high = b }
            var next = b + slope / (1 + sd * sd * trials * p.win * p.loss)
            if !(low <= next && next <= high) { next = (low + high) / 2 }
            if abs(next - b) <= 1e-10 * (1 + abs(b)) { return next }
            b = next
        }
        return b
    }
}
