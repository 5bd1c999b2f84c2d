/// A confidence interval, both ends included.
package struct Interval: Sendable, Hashable {
    /// The lower end.
    package let low: Double
    /// The upper end.
    package let high: Double

    /// The interval from `low` to `high`, which is not below it.
    package init(low: Double, high: Double) {
        precondition(low <= high, "an interval's lower end is not above its upper end")
        self.low = low
        self.high = high
    }
}
