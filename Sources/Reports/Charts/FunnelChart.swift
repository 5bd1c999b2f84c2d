/// How many votes each rule of exclusion left, and beside it what share it left out and what share was planned.
struct FunnelChart: Chart {
    let title: String
    /// Votes before the first rule.
    let votes: Int
    /// People before the first rule; nil where the votes name none.
    let people: Int?
    /// The rules in the order in which they were applied.
    let steps: [Step]
    let words: ChartWords

    /// What one rule did.
    struct Step: Hashable {
        /// The rule in words.
        var rule: String
        /// Votes left after it.
        var votesLeft: Int
        /// People left after it; nil where that is not known.
        var peopleLeft: Int?
        /// The share that it left out, 0 ... 1, of what its plan speaks of.
        var share: Double
        /// The share that was planned, 0 ... 1; nil where none was.
        var planned: Double?
        /// Whether it left out far more than planned.
        var alarm: Bool
    }

    var description: String {
        steps.map { step in
            "\(step.rule): \(words.votesLeft) \(step.votesLeft), \(words.leftOut) \(Self.percent(step.share))"
                + (step.planned.map { ", \(words.planned) \(Self.percent($0))" } ?? "")
                + (step.alarm ? ", \(words.alarm)" : "")
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let layout = layout(&drawing, width: width)
        let plot = layout.plot
        layout.write(in: &drawing)
        let middle = plot.left + (plot.right - plot.left) * 0.52
        let left = PlotArea(left: plot.left, right: middle - 16, top: plot.top, bottom: plot.bottom)
        let out = PlotArea(left: middle + 16, right: plot.right, top: plot.top, bottom: plot.bottom)
        let shares = steps.flatMap { [$0.share, $0.planned ?? 0].map { $0 * 100 } }.filter(\.isFinite)
        let axis = ChartAxis(words.leftOut + " [%]", values: shares + [1], fromZero: true)
        let room = left.right - left.left + 20
        let whole = ChartAxis(words.votesLeft + " [%]", from: 0, through: 100, step: 50)
        layout.levelAxis(whole, left, titleRoom: room, in: &drawing)
        layout.levelAxis(axis, out, titleRoom: room, in: &drawing)
        for row in 0...steps.count {
            let y = layout.y(row)
            let votesLeft = row == 0 ? votes : steps[row - 1].votesLeft
            let before = row < 2 ? votes : steps[row - 2].votesLeft
            let unit = votes == 0 ? 0 : (left.right - left.left) / Double(votes)
            drawing.rectangle(
                x: left.left, y: y - 6, width: unit * Double(votesLeft), height: 12, style: "bar")
            guard row > 0 else { continue }
            drawing.rectangle(
                x: left.left + unit * Double(votesLeft), y: y - 5.5, width: unit * Double(before - votesLeft),
                height: 11, style: "left-out")
            draw(steps[row - 1], y: y, in: out, axis, &drawing)
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    private func draw(_ step: Step, y: Double, in out: PlotArea, _ axis: ChartAxis, _ drawing: inout Drawing) {
        guard step.share.isFinite else { return }
        let end = out.x(step.share * 100, on: axis)
        drawing.rectangle(x: out.left, y: y - 5.5, width: end - out.left, height: 11, style: "left-out")
        if let planned = step.planned, planned.isFinite {
            drawing.mark(.diamond, at: .init(x: out.x(planned * 100, on: axis), y: y), style: "hollow")
        }
        if step.alarm { drawing.mark(.triangle, at: .init(x: end, y: y), radius: 5, style: "alarm") }
    }

    private func layout(_ drawing: inout Drawing, width: Double) -> RowLayout {
        var entries: [(name: String, mark: ChartLegend.Mark)] = [(words.leftOut, .leftOut)]
        if steps.contains(where: { $0.planned != nil }) { entries.append((words.planned, .planned)) }
        if steps.contains(where: \.alarm) { entries.append((words.alarm, .biased)) }
        let top = ChartLegend(entries).write(in: &drawing) + 6
        var columns: [RowLayout.Column] = []
        if people != nil || steps.contains(where: { $0.peopleLeft != nil }) {
            columns.append(
                column(words.people, ([people] + steps.map(\.peopleLeft)).map { $0.map(String.init) }))
        }
        columns.append(column(words.votes, ([votes] + steps.map(\.votesLeft)).map(String.init)))
        columns.append(
            column(words.leftOut, [nil] + steps.map { ($0.alarm ? "▲ " : "") + Self.percent($0.share) }))
        if steps.contains(where: { $0.planned != nil }) {
            columns.append(column(words.planned, [nil] + steps.map { $0.planned.map(Self.percent) }))
        }
        return RowLayout(
            width: width, labels: [words.allVotes] + steps.map(\.rule), columns: columns, top: top, labelsAbove: true)
    }

    private func column(_ heading: String, _ cells: [String?]) -> RowLayout.Column {
        .init(
            heading: heading, cells: cells.map { $0 ?? NumberText.none },
            brief: cells.map { cell in cell.map { "\(heading) \($0)" } ?? "" })
    }

    private static func percent(_ share: Double) -> String {
        share.isFinite ? NumberText.percent(share) + " %" : NumberText.none
    }
}
