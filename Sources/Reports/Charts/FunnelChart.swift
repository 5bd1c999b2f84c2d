/// How many votes each rule of exclusion left, and beside it the share of people that it touched and the share that was
/// planned.
struct FunnelChart: Chart {
    let title: String
    /// Votes before the first rule.
    let votes: Int
    /// The rules in the order in which they were applied.
    let steps: [Step]
    let words: ReportTexts

    /// What one rule did.
    struct Step: Hashable {
        /// The rule in words.
        var rule: String
        /// Votes it left out.
        var votes: Int
        /// People who lost votes by it.
        var people: Int
        /// The share of all people that those are, 0 ... 1; nil where the votes name no persons.
        var share: Double?
        /// The share of people that was planned, 0 ... 1; nil where none was.
        var planned: Double?
        /// Whether it left out far more than planned.
        var alarm: Bool
    }

    var description: String {
        zip(steps, left.dropFirst()).map { step, left in
            "\(step.rule): \(words[.chartVotesLeft]) \(left), \(words[.chartVotesOut]) \(step.votes), \(words[.chartPeopleOut]) \(step.people)"
                + (step.share.map { " (\(Self.percent($0)))" } ?? "")
                + (step.planned.map { ", \(words[.planned]) \(Self.percent($0))" } ?? "")
                + (step.alarm ? ", \(words[.farMore])" : "")
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let layout = layout(&drawing, width: width)
        let plot = layout.plot
        layout.write(in: &drawing)
        let hasShares = steps.contains { $0.share != nil || $0.planned != nil }
        let middle = hasShares ? plot.left + (plot.right - plot.left) * 0.52 : plot.right + 16
        let votesPlot = PlotArea(left: plot.left, right: middle - 16, top: plot.top, bottom: plot.bottom)
        let people = PlotArea(left: middle + 16, right: plot.right, top: plot.top, bottom: plot.bottom)
        let room = votesPlot.right - votesPlot.left + 20
        let whole = ChartAxis(words[.chartVotesLeft] + " [%]", from: 0, through: 100, step: 50)
        layout.levelAxis(whole, votesPlot, titleRoom: room, in: &drawing)
        let shares = steps.flatMap { [$0.share, $0.planned] }.compactMap(\.self).map { $0 * 100 }
        let axis = ChartAxis(words[.chartPeopleOut] + " [%]", values: shares + [1], fromZero: true)
        if hasShares { layout.levelAxis(axis, people, titleRoom: room, in: &drawing) }
        let unit = votes == 0 ? 0 : (votesPlot.right - votesPlot.left) / Double(votes)
        for (row, left) in left.enumerated() {
            let y = layout.y(row)
            let end = votesPlot.left + unit * Double(left)
            drawing.rectangle(x: votesPlot.left, y: y - 6, width: end - votesPlot.left, height: 12, style: "bar")
            guard row > 0 else { continue }
            let step = steps[row - 1]
            drawing.rectangle(x: end, y: y - 5.5, width: unit * Double(step.votes), height: 11, style: "left-out")
            if hasShares { draw(step, y: y, in: people, axis, &drawing) }
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    private func draw(_ step: Step, y: Double, in plot: PlotArea, _ axis: ChartAxis, _ drawing: inout Drawing) {
        let end = plot.x((step.share ?? 0) * 100, on: axis)
        drawing.rectangle(x: plot.left, y: y - 5.5, width: end - plot.left, height: 11, style: "left-out")
        if let planned = step.planned {
            drawing.mark(.diamond, at: .init(x: plot.x(planned * 100, on: axis), y: y), style: "hollow")
        }
        if step.alarm { drawing.mark(.triangle, at: .init(x: end, y: y), radius: 5, style: "alarm") }
    }

    private func layout(_ drawing: inout Drawing, width: Double) -> RowLayout {
        var entries: [(name: String, mark: ChartLegend.Mark)] = [(words[.chartLeftOut], .leftOut)]
        if steps.contains(where: { $0.planned != nil }) { entries.append((words[.chartPlannedShare], .planned)) }
        if steps.contains(where: \.alarm) { entries.append((words[.farMore], .biased)) }
        var columns = [
            column(words[.chartVotesLeft], left.map(String.init)),
            column(words[.chartVotesOut], [nil] + steps.map { "\($0.votes)" }),
        ]
        if steps.contains(where: { $0.share != nil }) {
            columns.append(
                column(
                    words[.chartPeopleOut],
                    [nil]
                        + steps.map { step in
                            (step.alarm ? "▲ " : "") + "\(step.people)"
                                + (step.share.map { " (\(Self.percent($0)))" } ?? "")
                        }))
        }
        if steps.contains(where: { $0.planned != nil }) {
            columns.append(column(words[.planned], [nil] + steps.map { $0.planned.map(Self.percent) }))
        }
        return RowLayout(
            width: width, labels: [words[.allVotes]] + steps.map(\.rule), columns: columns,
            top: ChartLegend(entries).write(in: &drawing) + 6, labelsAbove: true)
    }

    private func column(_ heading: String, _ cells: [String?]) -> RowLayout.Column {
        .init(
            heading: heading, cells: cells.map { $0 ?? NumberText.none },
            brief: cells.map { cell in cell.map { "\(heading) \($0)" } ?? "" })
    }

    /// Votes before the first rule and after each.
    private var left: [Int] {
        steps.reduce(into: [votes]) { left, step in left.append(left[left.count - 1] - step.votes) }
    }

    private static func percent(_ share: Double) -> String { NumberText.percent(share) + " %" }
}
