/// The first index in `range` for which `isReached` holds, where it holds for every index after one for which it does;
/// nil where it holds for none.
func firstIndex(in range: ClosedRange<Int>, where isReached: (Int) -> Bool) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound + 1
    while low < high {
        let middle = low + (high - low) / 2
        if isReached(middle) { high = middle } else { low = middle + 1 }
    }
    return low > range.upperBound ? nil : low
}

/// Where the continuous function `value` is 0 between `low` and `high`, at which it has different signs; to the last
/// bits of a double.
///
/// Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
/// derivatives", Advances in Engineering Software 28 (1997): inverse quadratic steps where they are safe, halving
/// elsewhere.
func root(from low: Double, to high: Double, of value: (Double) -> Double) -> Double {
    var (x1, x2, x3) = (low, high, low)
    var (f1, f2, f3) = (value(low), value(high), 0.0)
    if f1 == 0 { return low }
    if f2 == 0 { return high }
    precondition((f1 < 0) != (f2 < 0), "a root lies between values of different signs")
    var step = 0.5
    // Halving alone passes through all doubles between two ends in fewer steps than this.
    for _ in 0..<2200 {
        let x = x1 + step * (x2 - x1)
        let f = value(x)
        if (f < 0) == (f1 < 0) {
            (x3, f3) = (x1, f1)
        } else {
            (x3, f3) = (x2, f2)
            (x2, f2) = (x1, f1)
        }
        (x1, f1) = (x, f)
        let best = abs(f1) < abs(f2) ? x1 : x2
        let least = (2 * abs(best) * Double.ulpOfOne + Double.leastNormalMagnitude) / abs(x2 - x1)
        if f1 == 0 || least > 0.5 { return best }
        let place = (x1 - x2) / (x3 - x2)
        let height = (f1 - f2) / (f3 - f2)
        if height * height < place && (1 - height) * (1 - height) < 1 - place {
            step =
                f1 / (f2 - f1) * f3 / (f2 - f3)
                + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2)
        } else {
            step = 0.5
        }
        step = min(1 - least, max(least, step))
    }
    return x1
}
