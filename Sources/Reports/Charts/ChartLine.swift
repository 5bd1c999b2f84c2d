/// One line of a chart.
struct ChartLine: Hashable {
    /// What it is; empty where the chart has only this one.
    let name: String
    /// Its points from left to right.
    let points: [Point]

    /// A point in the units of the axes.
    struct Point: Hashable {
        var x: Double
        var y: Double
    }
}
