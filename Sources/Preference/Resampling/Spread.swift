/// How an estimate spreads over resamples.
struct Spread {
    /// The standard deviation.
    let error: Double
    /// From the quantile below which half of what is left of the level lies to the one above which the other half does.
    let interval: Interval

    /// The spread of two values or more, none of them NaN.
    init(of values: [Double], level: Double) {
        let count = Double(values.count)
        // Less the first value, so that equal ones leave no rounding error.
        let mean = values.reduce(0) { $0 + ($1 - values[0]) } / count
        let squares = values.reduce(0) { $0 + ($1 - values[0] - mean) * ($1 - values[0] - mean) }
        error = (squares / (count - 1)).squareRoot()
        var ranked = RankedValues(values)
        /// Hyndman and Fan's definition 7, "Sample quantiles in statistical packages", American Statistician 50 (1996).
        func quantile(_ p: Double) -> Double {
            let place = p * (count - 1)
            let below = min(Int(place), values.count - 2)
            let (low, high) = (ranked[below], ranked[below + 1])
            return low + (place - Double(below)) * (high - low)
        }
        interval = Interval(low: quantile((1 - level) / 2), high: quantile((1 + level) / 2))
    }
}
