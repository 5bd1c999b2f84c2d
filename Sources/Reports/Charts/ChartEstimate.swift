import Preference

/// A number of a chart with its intervals, all in the units of the axis.
struct ChartEstimate: Hashable {
    /// The number; nil where it does not exist.
    var value: Double?
    /// The interval with people as the unit.
    var interval: Interval?
    /// The interval that takes every vote as if it came from another person.
    var naive: Interval?
    /// The word why something is missing; empty where nothing is.
    var why: String

    /// A number; nothing that is not finite gets into a chart.
    init(_ value: Double?, interval: Interval? = nil, naive: Interval? = nil, why: String = "") {
        func bounded(_ interval: Interval?) -> Interval? {
            interval.flatMap { $0.low.isFinite && $0.high.isFinite ? $0 : nil }
        }
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.interval = bounded(interval)
        self.naive = bounded(naive)
        self.why = why
    }

    /// The least and the greatest that is drawn of it.
    var ends: [Double] {
        [value, interval?.low, interval?.high, naive?.low, naive?.high].compactMap(\.self)
    }

    /// `56.2 (48.1–64.0)`, with so many digits after the point and a dash for what is missing: the interval by person, or
    /// the naive one where no reason says why that is missing.
    func text(digits: Int) -> String {
        guard let value else { return why.isEmpty ? NumberText.none : "\(NumberText.none) (\(why))" }
        let number = NumberText.signed(value, digits)
        guard let interval = interval ?? (why.isEmpty ? naive : nil) else {
            return why.isEmpty ? number : "\(number) (\(why))"
        }
        // An en dash between signed numbers reads as a sign.
        let mark = interval.low < 0 ? " … " : "–"
        return
            "\(number) (\(NumberText.signed(interval.low, digits))\(mark)\(NumberText.signed(interval.high, digits)))"
    }
}
