/// How long people took to answer, counted in classes of equal ratio, with the median and the limit below which an
/// answer is too fast.
struct ResponseTimeHistogram: Chart {
    let title: String
    /// The classes, rising and without gaps.
    let classes: [Class]
    /// The median in seconds; nil without votes.
    let median: Double?
    /// Answers faster than this are left out, in seconds; nil without such a rule.
    let tooFast: Double?
    let words: ReportTexts

    /// One class of response times.
    struct Class: Hashable {
        /// Its beginning in seconds; above 0, and in the class.
        var low: Double
        /// Its end in seconds; above `low`, and not in the class.
        var high: Double
        /// Votes in it.
        var votes: Int
    }

    var ownWidth: Double { 500 }

    var description: String {
        let filled = classes.filter { $0.votes > 0 }
        let lines = [
            median.map { "\(words[.median]) \(words(.chartSeconds, ["seconds": NumberText.significant($0, 2)]))" },
            tooFast.map { "\(words[.tooFast]) < \(words(.chartSeconds, ["seconds": NumberText.significant($0, 2)]))" },
        ]
        return
            (lines.compactMap(\.self)
            + filled.map { "\(words(.chartSeconds, ["seconds": NumberText.significant($0.low, 2)])): \($0.votes)" })
            .joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let limits = [median, tooFast].compactMap(\.self).filter { $0 > 0 && $0.isFinite }
        let x = LogAxis(words[.chartResponseTime], values: classes.flatMap { [$0.low, $0.high] } + limits)
        let y = ChartAxis(words[.votes], values: classes.map { Double($0.votes) } + [1], fromZero: true)
        let plot = PlotArea(left: Drawing.room(for: y), right: width - 10, top: 62, bottom: 250)
        drawing.uprightAxis(y, plot)
        drawing.levelAxis(x, plot, rules: false)
        for slot in classes where slot.votes > 0 {
            let (left, right) = (plot.x(slot.low, on: x), plot.x(slot.high, on: x))
            let top = plot.y(Double(slot.votes), on: y)
            let isFast = tooFast.map { slot.high <= $0 * (1 + 1e-9) } ?? false
            drawing.rectangle(
                x: left + 0.5, y: top, width: right - left - 1, height: plot.bottom - top,
                style: isFast ? "left-out" : "bar")
        }
        if let median, median > 0 {
            mark(
                median, "\(words[.median]) \(words(.chartSeconds, ["seconds": NumberText.significant(median, 2)]))",
                y: 10, "curve", x, plot, &drawing)
        }
        if let tooFast, tooFast > 0 {
            mark(
                tooFast,
                "\(words[.tooFast]): < \(words(.chartSeconds, ["seconds": NumberText.significant(tooFast, 2)]))", y: 28,
                "limit", x, plot,
                &drawing)
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    /// An upright line at a time, with its name above the plot.
    private func mark(
        _ time: Double, _ name: String, y: Double, _ style: String, _ axis: LogAxis, _ plot: PlotArea,
        _ drawing: inout Drawing
    ) {
        let x = plot.x(time, on: axis)
        drawing.line(from: .init(x: x, y: y + 8), to: .init(x: x, y: plot.bottom), style: style)
        let half = TextWidth.of(name) / 2
        drawing.text(name, at: .init(x: min(max(x, half), drawing.width - half), y: y), .middle)
    }
}
