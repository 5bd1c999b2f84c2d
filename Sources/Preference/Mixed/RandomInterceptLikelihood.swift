import RealModule

/// The likelihood of ``RandomInterceptModel``, and where it is greatest.
///
/// For a fixed standard deviation it is concave in the intercept, which Newton's method finds; the standard deviation is
/// where the slope of what is left is 0.
struct RandomInterceptLikelihood {
    /// People with equal counts, in ascending order of these.
    private let groups: [(wins: Double, trials: Double, people: Double)]
    private let rule = GaussHermiteRule(nodes: 25)

    /// Where it is greatest.
    struct Maximum {
        let intercept: Double
        let sd: Double
        let logLikelihood: Double
        /// The inverse of the observed information; with a standard deviation of 0, of the intercept alone.
        let covariance: (intercept: Double, both: Double, sd: Double)
    }

    /// The likelihood of people's votes, neither all alike nor each person's all alike.
    init(_ people: [Proportion]) {
        groups = Dictionary(grouping: people) { $0 }.sorted {
            ($0.key.trials, $0.key.successes) < ($1.key.trials, $1.key.successes)
        }.map { (Double($0.key.successes), Double($0.key.trials), Double($0.value.count)) }
    }

    /// Where it is greatest; nil where double precision cannot tell.
    func maximum() -> Maximum? {
        let wins = groups.reduce(0) { $0 + $1.people * $1.wins }
        let trials = groups.reduce(0) { $0 + $1.people * $1.trials }
        guard let none = point(sd: 0, from: Double.log(wins / (trials - wins))) else { return nil }
        // The slope by the square of the standard deviation, where that is 0.
        let p = PersonIntegral.rate(none.intercept)
        let rise = groups.reduce(0) { sum, group in
            let surplus = group.wins * p.loss - (group.trials - group.wins) * p.win
            return sum + group.people * (surplus * surplus - group.trials * p.win * p.loss)
        }
        var (before, isRising) = (none, rise > 0)
        for sd in [0.001, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256] {
            // Without a rise from 0 there may be a top further on, if hardly ever.
            if !isRising && sd > 4 { return maximum(at: none) }
            guard let point = point(sd: sd, from: before.intercept) else { return nil }
            if isRising && point.slope <= 0 {
                let start = before
                let place = root(from: start.sd, to: sd) { sd in
                    sd == 0 ? 1 : self.point(sd: sd, from: start.intercept)?.slope ?? 0
                }
                guard let top = self.point(sd: place, from: start.intercept) else { return nil }
                return maximum(at: top.logLikelihood > none.logLikelihood ? top : none)
            }
            (before, isRising) = (point, point.slope > 0)
        }
        return nil
    }

    /// The greatest likelihood for a standard deviation.
    private struct Point {
        var intercept: Double
        let sd: Double
        var logLikelihood = 0.0
        /// By the standard deviation.
        var slope = 0.0
        var curvature = (intercept: 0.0, both: 0.0, sd: 0.0)
    }

    /// The greatest likelihood for a standard deviation, looked for from an intercept on; nil where double precision
    /// cannot tell.
    private func point(sd: Double, from start: Double) -> Point? {
        var intercept = start
        var (low, high) = (-Double.infinity, Double.infinity)
        for _ in 0..<200 {
            var point = Point(intercept: intercept, sd: sd)
            var slope = 0.0
            for group in groups {
                let own = PersonIntegral(
                    wins: group.wins, trials: group.trials, intercept: intercept, sd: sd, rule: rule)
                slope += group.people * own.slope.intercept
                point.logLikelihood += group.people * own.logLikelihood
                point.slope += group.people * own.slope.sd
                point.curvature.intercept += group.people * own.curvature.intercept
                point.curvature.both += group.people * own.curvature.both
                point.curvature.sd += group.people * own.curvature.sd
            }
            guard slope.isFinite, point.curvature.intercept < 0 else { return nil }
            let step = -slope / point.curvature.intercept
            if abs(step) < 1e-9 * (1 + abs(intercept)) { return point }
            if slope > 0 { low = intercept } else { high = intercept }
            var next = intercept + min(2, max(-2, step))
            if !(low < next && next < high) { next = low.isFinite && high.isFinite ? (low + high) / 2 : next }
            if next == intercept { return point }
            intercept = next
        }
        return nil
    }

    /// The maximum with its errors; nil where double precision cannot tell them.
    private func maximum(at point: Point) -> Maximum? {
        let (a, b, c) = (-point.curvature.intercept, -point.curvature.both, -point.curvature.sd)
        let determinant = a * c - b * b
        guard point.sd == 0 || determinant > 0 else { return nil }
        return Maximum(
            intercept: point.intercept, sd: point.sd, logLikelihood: point.logLikelihood,
            covariance: point.sd == 0 ? (1 / a, 0, 0) : (c / determinant, -b / determinant, a / determinant))
    }
}
