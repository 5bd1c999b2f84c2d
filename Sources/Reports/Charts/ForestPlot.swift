/// Selection rates with their intervals, a row each (a forest plot): the interval by person thick, the naive one thin
/// beneath it, the line of one half dashed.
struct ForestPlot: Chart {
    let title: String
    /// The rows from top to bottom.
    let rows: [Row]
    /// Confidence level of the intervals.
    let level: Double
    let words: ReportTexts

    /// One rate.
    struct Row: Hashable {
        /// What stands above the row, where it is the first of several: a condition.
        var heading: String?
        /// Whose rate it is.
        var label: String
        /// The rate in percent.
        var rate: ChartEstimate
    }

    var description: String {
        rows.map { row in
            (row.heading.map { "\($0): " } ?? "") + "\(row.label) \(row.rate.text(digits: 1))"
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let intervals = ChartLegend.intervals(of: rows.map(\.rate), level: level, words: words)
        let legend = ChartLegend(intervals + [(words[.chartHalf], .reference)])
        let headings = rows.enumerated().compactMap { row in row.element.heading.map { (row.offset, $0) } }
        let layout = RowLayout(
            width: width, labels: rows.map(\.label),
            columns: [.init(cells: rows.map { $0.rate.text(digits: 1) })],
            headings: Dictionary(uniqueKeysWithValues: headings), top: legend.write(in: &drawing) + 6)
        let plot = layout.plot
        layout.levelAxis(axis, plot, in: &drawing)
        layout.upright(plot.x(50, on: axis), style: "reference", in: &drawing)
        layout.write(in: &drawing)
        for (row, rate) in rows.map(\.rate).enumerated() { drawing.estimate(rate, y: layout.y(row), axis, plot) }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    /// An axis with one half in its middle, no wider than the intervals need.
    private var axis: ChartAxis {
        let reach = rows.flatMap(\.rate.ends).map { abs($0 - 50) }.max() ?? 0
        let ranges: [(half: Double, step: Double)] = [(5, 5), (10, 5), (20, 10), (30, 10), (50, 25)]
        let range = ranges.first { $0.half >= reach } ?? (50, 25)
        return ChartAxis(words[.chartRate], from: 50 - range.half, through: 50 + range.half, step: range.step)
    }
}
