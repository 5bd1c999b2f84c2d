import Preference

/// What training cost beside how often its images were chosen: hours to the right, the rate with its interval upwards (by
/// person, or the naive one where votes name no persons), each method named at its point. Where the names have no room, a row each instead.
struct CostChart: Chart {
    let title: String
    /// The methods.
    let items: [Item]
    /// Confidence level of the intervals.
    let level: Double
    let words: ReportTexts

    /// One method.
    struct Item: Hashable {
        /// Its name.
        var label: String
        /// Hours of training; finite and at least 0. Nil where they are not known.
        var hours: Double?
        /// Its rate in percent.
        var rate: ChartEstimate
    }

    var ownWidth: Double { isForPoints ? 500 : 700 }

    var description: String {
        items.map { item in
            "\(item.label) \(item.hours.map { NumberText.hours(seconds: $0 * 3600) } ?? NumberText.none) \(words[.chartHours]), "
                + "\(item.rate.text(digits: 1)) %"
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        (isForPoints ? points(width: width) : nil) ?? rows(width: width)
    }

    /// Whether the methods are few and all have a point.
    private var isForPoints: Bool {
        items.count <= 6 && items.allSatisfy { $0.hours?.isFinite == true && $0.rate.value != nil }
    }

    /// The methods as points; nil where their names would touch.
    private func points(width: Double) -> Drawing? {
        var drawing = Drawing(width: width)
        let y = ChartAxis(words[.chartRate], from: 0, through: 100, step: 25)
        let x = ChartAxis("\(words[.chartTrainingTime]) [\(words[.chartHours])]", values: hours + [0], fromZero: true)
        let top = ChartLegend(legend).write(in: &drawing) + 26
        let plot = PlotArea(left: Drawing.room(for: y), right: width - 14, top: top, bottom: top + 210)
        let places = items.map { item in
            Drawing.Place(x: plot.x(item.hours ?? 0, on: x), y: plot.y(item.rate.value ?? 0, on: y))
        }
        let bars = zip(items, places).map { item, place -> LabelPlacement.Box in
            let ends =
                item.rate.drawn.map { ($0.interval.low, $0.interval.high) } ?? (
                    item.rate.value ?? 0, item.rate.value ?? 0
                )
            return .init(
                left: place.x - 6, right: place.x + 6, top: min(place.y - 6, plot.y(ends.1, on: y)),
                bottom: max(place.y + 6, plot.y(ends.0, on: y)))
        }
        let room = LabelPlacement.Box(left: plot.left, right: width, top: top - 6, bottom: plot.bottom)
        let half = plot.y(50, on: y)
        let line = LabelPlacement.Box(left: plot.left, right: plot.right, top: half - 1, bottom: half + 1)
        guard let labels = LabelPlacement.places(items.map(\.label), at: bars, around: [line], within: room) else {
            return nil
        }
        drawing.uprightAxis(y, plot)
        drawing.levelAxis(x, plot)
        drawing.line(from: .init(x: plot.left, y: half), to: .init(x: plot.right, y: half), style: "reference")
        for (index, item) in items.enumerated() {
            let x = places[index].x
            if let drawn = item.rate.drawn {
                drawing.line(
                    from: .init(x: x, y: plot.y(drawn.interval.low, on: y)),
                    to: .init(x: x, y: plot.y(drawn.interval.high, on: y)), style: drawn.style)
            }
            drawing.mark(.square, at: places[index], style: "point")
            drawing.text(item.label, at: labels[index], limit: LabelPlacement.longest + 1)
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    /// The methods as rows: a bar of hours, and beside it the rate.
    private func rows(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let hoursText = items.map { item in
            item.hours.map { NumberText.hours(seconds: $0 * 3600) } ?? NumberText.none
        }
        let rates = items.map { $0.rate.text(digits: 1) }
        let layout = RowLayout(
            width: width, labels: items.map(\.label),
            columns: [
                .init(
                    heading: words[.chartHours], cells: hoursText,
                    brief: hoursText.map { "\($0) \(words[.chartHours])" }),
                .init(heading: words[.chartRate], cells: rates, brief: rates.map { "\($0) %" }),
            ], top: ChartLegend(legend).write(in: &drawing) + 6, labelsAbove: width < 700)
        layout.write(in: &drawing)
        let plot = layout.plot
        let middle = plot.left + (plot.right - plot.left) * 0.45
        let cost = PlotArea(left: plot.left, right: middle - 16, top: plot.top, bottom: plot.bottom)
        let rate = PlotArea(left: middle + 16, right: plot.right, top: plot.top, bottom: plot.bottom)
        let x = ChartAxis("\(words[.chartTrainingTime]) [\(words[.chartHours])]", values: hours + [0], fromZero: true)
        let y = ChartAxis(words[.chartRate], from: 0, through: 100, step: 25)
        let room = cost.right - cost.left + 20
        layout.levelAxis(x, cost, titleRoom: room, in: &drawing)
        layout.levelAxis(y, rate, titleRoom: room, in: &drawing)
        layout.upright(rate.x(50, on: y), style: "reference", in: &drawing)
        for (row, item) in items.enumerated() {
            let height = layout.y(row)
            if let hours = item.hours, hours.isFinite {
                drawing.rectangle(
                    x: cost.left, y: height - 5, width: cost.x(hours, on: x) - cost.left, height: 10, style: "bar")
            }
            if let drawn = item.rate.drawn {
                drawing.interval(
                    rate.x(drawn.interval.low, on: y), rate.x(drawn.interval.high, on: y), y: height,
                    style: drawn.style)
            }
            if let value = item.rate.value {
                drawing.mark(.square, at: .init(x: rate.x(value, on: y), y: height), style: "point")
            }
        }
        drawing.height = plot.bottom + Drawing.levelAxisHeight
        return drawing
    }

    private var hours: [Double] { items.compactMap(\.hours).filter(\.isFinite) }

    private var legend: [(name: String, mark: ChartLegend.Mark)] {
        let rates = items.map { item in
            ChartEstimate(
                item.rate.value, interval: item.rate.interval,
                naive: item.rate.interval == nil ? item.rate.naive : nil)
        }
        return ChartLegend.intervals(of: rates, level: level, words: words) + [(words[.chartHalf], .reference)]
    }
}

extension ChartEstimate {
    /// The one interval that is drawn where there is room for one: by person, else the naive one.
    fileprivate var drawn: (interval: Interval, style: String)? {
        interval.map { ($0, "by-person") } ?? naive.map { ($0, "naive") }
    }
}
