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
        first.rate.flatMap { one in
            second.rate.flatMap { other in
                first.wilson(level: level).flatMap { ones in
                    second.wilson(level: level).map { others in
                        let below = (one - ones.low, others.high - other)
                        let above = (ones.high - one, other - others.low)
                        return Interval(
                            low: one - other - (below.0 * below.0 + below.1 * below.1).squareRoot(),
                            high: one - other + (above.0 * above.0 + above.1 * above.1).squareRoot())
                    }
                }
            }
        }
    }
}
