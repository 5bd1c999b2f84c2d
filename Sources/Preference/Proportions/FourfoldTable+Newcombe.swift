extension FourfoldTable {
    /// The interval for the first rate less the second, of independent groups: of each group's Wilson interval the ends
    /// that are nearest to and farthest from the other's, put together as independent errors.
    ///
    /// Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    /// Statistics in Medicine 17 (1998), method 10.
    ///
    /// - Parameter level: confidence, above 0 and below 1.
    /// - Returns: ends in -1 ... 1.
    package func newcombe(level: Double) -> Estimate<Interval> {
        Result { () throws(Undefined) in
            let (one, other) = (try first.rate.get(), try second.rate.get())
            let (ones, others) = (try first.wilson(level: level).get(), try second.wilson(level: level).get())
            let below = (one - ones.low, others.high - other)
            let above = (ones.high - one, other - others.low)
            return Interval(
                low: one - other - (below.0 * below.0 + below.1 * below.1).squareRoot(),
                high: one - other + (above.0 * above.0 + above.1 * above.1).squareRoot())
        }
    }
}
