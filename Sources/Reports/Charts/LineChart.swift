/// Lines over two axes. They differ in colour, lightness, dashes and the mark at their end, so that they are distinguished
/// in grey too.
struct LineChart: Chart {
    let title: String
    let x: ChartAxis
    let y: ChartAxis
    /// One to three lines.
    let lines: [Line]

    /// One line.
    struct Line: Hashable {
        /// What it is; empty where the chart has only this one.
        var name: String
        /// Its points from left to right.
        var points: [Point]
    }

    /// A point in the units of the axes.
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    var ownWidth: Double { 500 }

    /// Up to this many points each is a dot as well.
    private static let mostDots = 60

    var description: String {
        lines.map { line in
            guard let first = line.points.first, let last = line.points.last else { return NumberText.none }
            let ends = [first, last].map { NumberText.significant($0.y, 3) }
            return (line.name.isEmpty ? "" : "\(line.name) ") + ends.joined(separator: " … ")
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let named = lines.enumerated().filter { !$0.element.name.isEmpty }
        let legend = ChartLegend(named.map { ($0.element.name, .curve($0.offset)) })
        let top = (named.isEmpty ? 0 : legend.write(in: &drawing)) + 26
        let plot = PlotArea(left: Drawing.room(for: y), right: width - 14, top: top, bottom: top + 170)
        drawing.uprightAxis(y, plot)
        drawing.levelAxis(x, plot, rules: false)
        for (index, line) in lines.enumerated() {
            let places = line.points.map { Drawing.Place(x: plot.x($0.x, on: x), y: plot.y($0.y, on: y)) }
            drawing.curve(index, through: places)
            for place in places.count > Self.mostDots ? [] : places.dropLast() {
                drawing.mark(.circle, at: place, radius: 2, style: "end-\(index + 1)")
            }
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }
}
