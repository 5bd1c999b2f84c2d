import RealModule

extension BettingMartingale {
    /// The interval for the mean that holds at all looks at once: the means against which no bettor ever had a capital
    /// of 1/(1 - level), after any number of people so far. It leaves out the true mean at any look of the study with
    /// probability at most 1 - level, and never grows.
    ///
    /// The capital is convex in the mean that is bet against, so that each look's means are an interval, which the
    /// people's mean until then belongs to. Both ends are rounded outwards to 1e-6.
    ///
    /// Fails where the looks have no mean in common, as when the people who came later chose otherwise.
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    package func confidenceSequence(level: Double) -> Estimate<Interval> {
        let needed = -Double.log(1 - level)
        var (low, high) = (0.0, 1.0)
        var inside: Double?
        while inside == nil {
            // The people's mean is nearly always inside; if it is not, halving finds what is.
            let middle = low == 0 && high == 1 ? start : (low + high) / 2
            switch place(of: middle, needed: needed) {
            case .inside: inside = middle
            case .below: low = middle
            case .above: high = middle
            }
            if high - low < Self.tolerance { return .failure(.drifting) }
        }
        let found = inside ?? start
        return .success(
            Interval(
                low: end(from: found, outside: low, needed: needed),
                high: end(from: found, outside: high, needed: needed)))
    }

    private static let tolerance = 1e-6

    private var start: Double {
        let mean = means.reduce(0, +) / Double(means.count)
        return min(1 - Self.tolerance / 2, max(Self.tolerance / 2, mean))
    }

    /// Halves the way between a mean inside of the sequence and one outside of it (or 0 or 1); gives the outer one.
    private func end(from inside: Double, outside: Double, needed: Double) -> Double {
        var (inside, outside) = (inside, outside)
        while abs(outside - inside) > Self.tolerance {
            let middle = (inside + outside) / 2
            if place(of: middle, needed: needed) == .inside { inside = middle } else { outside = middle }
        }
        return outside
    }

    private enum Place { case below, inside, above }

    /// Where a mean lies, seen from the confidence sequence.
    private func place(of mean: Double, needed: Double) -> Place {
        var capital = BettingCapital(against: mean, goal: needed)
        var sum = 0.0
        for (index, outcome) in means.enumerated() {
            capital.add(outcome)
            sum += outcome
            if capital.isAtGoal { return sum / Double(index + 1) > mean ? .below : .above }
        }
        return .inside
    }
}
