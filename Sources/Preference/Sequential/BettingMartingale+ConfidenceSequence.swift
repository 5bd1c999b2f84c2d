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

    /// The confidence sequence as it stood after each of the people, with its ends rounded outwards to multiples of 0.001;
    /// it is over before the first person after whom no more than 0.001 is left of it.
    ///
    /// A mean that is left out is so with all that lie further away, so that a list of the people after whom each
    /// multiple left tells all. Most leave early: 1,000 people take 20 ms, 100,000 a quarter of a second.
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    package func confidenceSequences(level: Double) -> [Interval] {
        let needed = -Double.log(1 - level)
        var lows = Array(repeating: 0.0, count: means.count)
        var highs = Array(repeating: 1.0, count: means.count)
        for step in 1..<1000 {
            let mean = Double(step) / 1000
            guard let (last, place) = exclusion(of: mean, needed: needed) else { continue }
            if place == .below { lows[last] = max(lows[last], mean) } else { highs[last] = min(highs[last], mean) }
        }
        var (low, high) = (0.0, 1.0)
        var sequences: [Interval] = []
        for (newLow, newHigh) in zip(lows, highs) {
            (low, high) = (max(low, newLow), min(high, newHigh))
            // Rounding makes 0.501 - 0.5 a little more or less than 0.001.
            guard high - low > 0.0015 else { break }
            sequences.append(Interval(low: low, high: high))
        }
        return sequences
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
        exclusion(of: mean, needed: needed)?.place ?? .inside
    }

    /// The index of the person after whom a mean was left out for the first time, and where it lies then; nil where it
    /// never was.
    private func exclusion(of mean: Double, needed: Double) -> (index: Int, place: Place)? {
        var capital = BettingCapital(against: mean, goal: needed)
        var sum = 0.0
        for (index, outcome) in means.enumerated() {
            capital.add(outcome)
            sum += outcome
            if capital.isAtGoal { return (index, sum / Double(index + 1) > mean ? .below : .above) }
        }
        return nil
    }
}
