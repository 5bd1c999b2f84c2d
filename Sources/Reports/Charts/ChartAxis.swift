/// One axis of a chart: the range it shows, and the marks along it.
struct ChartAxis: Hashable, Scale {
    /// What it measures, with its unit.
    let title: String
    /// The value at its beginning.
    let low: Double
    /// The value at its end.
    let high: Double
    /// The marks within the range.
    let marks: [Double]
    private let ticks: NiceTicks

    /// An axis that begins and ends with a mark and encloses all of `values`, at least one; from 0 where those are all
    /// positive and the least is below half of the greatest, or where `fromZero` asks for it.
    init(_ title: String, values: [Double], fromZero: Bool = false) {
        var (low, high) = Self.range(values)
        if low > 0, fromZero || low < high / 2 { low = 0 }
        if low == high { (low, high) = low == 0 ? (0, 1) : (low - abs(low) / 10, high + abs(high) / 10) }
        ticks = NiceTicks(enclosing: low, high, about: 5)
        self.title = title
        marks = ticks.values
        self.low = marks[0]
        self.high = marks[marks.count - 1]
    }

    /// An axis from `low`, a multiple of `step`, to `high`, which is above it.
    init(_ title: String, from low: Double, through high: Double, step: Double) {
        ticks = NiceTicks(from: low, through: high, step: step)
        self.title = title
        self.low = low
        self.high = high
        marks = ticks.values
    }

    /// An axis of whole numbers that begins with the least of `values`, at least one, and ends with the greatest.
    init(_ title: String, counts values: [Int]) {
        let (low, high) = Self.range(values.map(Double.init))
        // A single value stands in the middle.
        self.low = low == high ? low - 1 : low
        self.high = low == high ? high + 1 : high
        ticks = NiceTicks(enclosing: self.low, self.high, about: 7, whole: true)
        self.title = title
        marks = ticks.values.filter { $0 >= low && $0 <= high }
    }

    /// Where `value` stands: 0 at the beginning, 1 at the end.
    func share(of value: Double) -> Double { (value - low) / (high - low) }

    /// A mark as text.
    func label(_ mark: Double) -> String { ticks.label(mark) }

    private static func range(_ values: [Double]) -> (Double, Double) {
        guard let low = values.min(), let high = values.max() else { preconditionFailure("an axis has values") }
        return (low, high)
    }
}
