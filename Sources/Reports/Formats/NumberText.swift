import Foundation
import Preference

/// Numbers as tables and reports print them.
package enum NumberText {
    /// What stands where no number does.
    package static let none = "–"

    /// `value` with so many digits after the point.
    static func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

    /// The same with a true minus sign, and no sign for what rounds to 0.
    static func signed(_ value: Double, _ digits: Int) -> String {
        let text = fixed(abs(value), digits)
        return value < 0 && text.contains { $0 != "0" && $0 != "." } ? "−\(text)" : text
    }

    /// An interval of a number that may be negative, times `scale`: `−3.1 … 12.0`.
    static func signed(_ interval: Interval, scale: Double = 1, _ digits: Int) -> String {
        "\(signed(interval.low * scale, digits)) … \(signed(interval.high * scale, digits))"
    }

    /// A share in percent with one decimal, as the paper prints it: 0.227 is `22.7`.
    static func percent(_ share: Double) -> String { fixed(share * 100, 1) }

    /// An interval of shares in percent: `10.1–43.4`.
    static func percent(_ interval: Interval) -> String { "\(percent(interval.low))–\(percent(interval.high))" }

    /// Hours with one decimal, as the paper prints them: 409,680 s is `113.8`. Below a tenth of an hour, which that would
    /// flatten to 0.0 or 0.1, two significant digits: 72 s is `0.020`.
    static func hours(seconds: Double) -> String {
        let hours = seconds / 3600
        let size = abs(hours)
        guard size > 0, size < 0.1 else { return fixed(hours, 1) }
        let digits = Int((1 - log10(size).rounded(.down)).rounded())
        // 0.0996 rounds up to 0.10, which needs one digit less.
        let roundsUp = (size * pow(10, Double(digits))).rounded() >= 100
        return fixed(hours, roundsUp ? digits - 1 : digits)
    }

    /// A difference of times in hours, with its sign: `+1.6`, `−0.3`.
    static func difference(seconds: Double) -> String {
        let text = hours(seconds: abs(seconds))
        return seconds > 0 ? "+\(text)" : seconds < 0 ? "−\(text)" : text
    }

    /// A time for a person: `42 s`, `3 min 05 s`, `2 h 07 min`. What is no time is `0 s`.
    package static func duration(seconds: Double) -> String {
        switch wholeUnits(seconds: seconds) {
        case .seconds(let seconds): "\(seconds) s"
        case .minutes(let minutes, let seconds): "\(minutes) min \(seconds) s"
        case .hours(let hours, let minutes): "\(hours) h \(minutes) min"
        }
    }

    /// A time in its two largest units as whole numbers, the second one with two digits.
    enum WholeUnits {
        /// Below a minute.
        case seconds(String)
        /// Below an hour.
        case minutes(String, seconds: String)
        /// From an hour up.
        case hours(String, minutes: String)
    }

    /// A time for a person; what is no time is 0 seconds.
    static func wholeUnits(seconds: Double) -> WholeUnits {
        // No number of seconds is too large for a whole one here: 31 million years.
        let whole = Int(seconds.isFinite ? min(max(seconds.rounded(), -1e15), 1e15) : 0)
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch whole {
        case ..<60: .seconds("\(whole)")
        case ..<3600: .minutes("\(whole / 60)", seconds: twoDigits(whole % 60))
        default: .hours("\(whole / 3600)", minutes: twoDigits(whole / 60 % 60))
        }
    }

    /// `value` as it was written: `18`, `0.5`.
    static func shortest(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    /// `value` with so many significant digits, without an exponent: 0.00070312 with 4 is `0.0007031`, 12.3456 `12.35`.
    static func significant(_ value: Double, _ digits: Int) -> String {
        guard value != 0 else { return fixed(0, digits - 1) }
        return fixed(value, max(0, digits - 1 - Int(log10(abs(value)).rounded(.down))))
    }

    /// Bytes in megabytes of a million.
    static func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, 0) }

    /// A p value with three decimals; `< 0.001` below those.
    static func p(_ p: Double) -> String { p < 0.0005 ? "< 0.001" : fixed(p, 3) }

    /// A p value with its name: `p = 0.030`, `p < 0.001`.
    static func named(p: Double) -> String { p < 0.0005 ? "p < 0.001" : "p = \(fixed(p, 3))" }

    /// A confidence level in percent without needless digits: `95`, `99.9`.
    static func level(_ level: Double) -> String {
        let text = fixed(level * 100, 3)
        return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }
}
