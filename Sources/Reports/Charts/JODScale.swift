/// Methods on the scale of just objectionable differences, the best first: points with intervals on one axis, and beside
/// them a bracket through each group of methods that the votes cannot tell apart.
struct JODScale: Chart {
    let title: String
    /// The methods, in any order.
    let items: [Item]
    /// Groups that cannot be told apart, by positions in `items`; those of one method are not drawn.
    let groups: [[Int]]
    /// Confidence level of the intervals.
    let level: Double
    let words: ReportTexts

    /// One method.
    struct Item: Hashable {
        /// Its name.
        var label: String
        /// Its place in JOD.
        var place: ChartEstimate
    }

    /// The distance between two brackets.
    private static let pitch = 9.0

    var description: String {
        sorted.map { "\(items[$0].label) \(items[$0].place.text(digits: 2))" }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let order = sorted
        let brackets = Brackets(groups, order: order)
        // Beyond this the brackets would take the room of the scale.
        let fit = Double(brackets.columns) * Self.pitch <= width / 4
        let entries = legend(brackets, fit: fit)
        let layout = RowLayout(
            width: width, labels: order.map { items[$0].label },
            columns: [.init(cells: order.map { items[$0].place.text(digits: 2) })],
            top: entries.isEmpty ? 4 : ChartLegend(entries).write(in: &drawing) + 6,
            margin: fit && brackets.columns > 0 ? Double(brackets.columns) * Self.pitch + 12 : 0)
        let axis = ChartAxis("JOD", values: items.flatMap(\.place.ends) + [0])
        layout.levelAxis(axis, layout.plot, in: &drawing)
        layout.upright(layout.plot.x(0, on: axis), style: "reference", in: &drawing)
        layout.write(in: &drawing)
        for (row, item) in order.enumerated() {
            drawing.estimate(items[item].place, y: layout.y(row), axis, layout.plot)
        }
        if fit { draw(brackets, layout, in: &drawing) }
        drawing.height = layout.plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    /// What the marks that are drawn mean.
    private func legend(_ brackets: Brackets, fit: Bool) -> [(name: String, mark: ChartLegend.Mark)] {
        var entries = ChartLegend.intervals(of: items.map(\.place), level: level, words: words)
        if brackets.columns > 0 {
            entries.append(
                (fit ? words[.chartAlike] : words(.chartManyAlike, ["count": "\(brackets.spans.count)"]), .group))
        }
        return entries
    }

    /// The brackets beside the plot.
    private func draw(_ brackets: Brackets, _ layout: RowLayout, in drawing: inout Drawing) {
        for span in brackets.spans {
            let x = layout.plot.right + 14 + Double(span.column) * Self.pitch
            let rows = span.rows.map { Drawing.Place(x: x, y: layout.y($0)) }
            drawing.line(from: rows[0], to: rows[rows.count - 1], style: "group")
            for row in rows { drawing.mark(.circle, at: row, radius: 2.6, style: "member") }
        }
    }

    /// Positions of the items from the best down, those without a place last.
    private var sorted: [Int] {
        items.indices.sorted { first, second in
            let (one, other) = (items[first].place.value, items[second].place.value)
            return (one ?? -.infinity, second) > (other ?? -.infinity, first)
        }
    }
}
