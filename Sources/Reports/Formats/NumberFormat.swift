package import Preference

/// How a table prints its numbers: with which precision, and scaled how.
package enum NumberFormat: Sendable, Hashable {
    /// So many digits after the point.
    case fixed(Int)
    /// The same with a true minus sign.
    case signed(Int)
    /// So many significant digits.
    case significant(Int)
    /// A share in percent, as the paper prints it.
    case percent
    /// A difference of shares in percentage points.
    case points
    /// A p value.
    case p
    /// Seconds in hours, as the paper prints them.
    case hours
    /// Bytes in megabytes of a million.
    case megabytes

    /// A number.
    package func text(_ value: Double) -> String {
        switch self {
        case .fixed(let digits): NumberText.fixed(value, digits)
        case .signed(let digits): NumberText.signed(value, digits)
        case .significant(let digits): NumberText.significant(value, digits)
        case .percent: NumberText.percent(value)
        case .points: NumberText.signed(value * 100, 1)
        case .p: NumberText.p(value)
        case .hours: NumberText.hours(seconds: value)
        case .megabytes: NumberText.fixed(value / 1e6, 0)
        }
    }

    /// An interval; its ends stand apart where they may have signs.
    package func text(_ interval: Interval) -> String {
        let ends = (low: text(interval.low), high: text(interval.high))
        return switch self {
        case .signed, .points: "\(ends.low) … \(ends.high)"
        case .fixed, .significant, .percent, .p, .hours, .megabytes: "\(ends.low)–\(ends.high)"
        }
    }
}
