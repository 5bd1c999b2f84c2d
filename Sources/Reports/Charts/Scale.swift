/// What places values along a side of a chart.
protocol Scale {
    /// What it measures, with its unit.
    var title: String { get }
    /// The values that are named along it, rising.
    var marks: [Double] { get }
    /// Where `value` stands: 0 at the beginning, 1 at the end.
    func share(of value: Double) -> Double
    /// A mark as text.
    func label(_ mark: Double) -> String
}
