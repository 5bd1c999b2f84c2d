import Foundation
import Preference

/// How the evidence grew as people finished: the e-value of each hypothesis on a logarithmic axis with the line at which
/// it is enough, and beneath it the confidence sequence of the first.
struct EvidenceChart: Chart {
    let title: String
    /// One to three hypotheses.
    let lines: [Line]
    /// The confidence sequence of the first hypothesis's rate, by rising numbers of people.
    let looks: [Look]
    /// Confidence level of the sequence.
    let level: Double
    /// An e-value of 1/`alpha` is enough.
    let alpha: Double
    let words: ReportTexts

    /// The evidence about one hypothesis.
    struct Line: Hashable {
        /// The hypothesis in a few words.
        var name: String
        /// A point for each number of people, rising.
        var points: [Point]
    }

    /// The evidence after so many people.
    struct Point: Hashable {
        /// People who have finished.
        var people: Int
        /// The natural logarithm of the e-value; e-values themselves may be too large for a number.
        var logE: Double
    }

    /// The confidence sequence after so many people.
    struct Look: Hashable {
        /// People who have finished.
        var people: Int
        /// Its interval in percent.
        var interval: Interval
    }

    var ownWidth: Double { 500 }

    var description: String {
        lines.enumerated().map { index, line in
            let e = line.points.last.map { EValueText.text(logE: $0.logE) } ?? NumberText.none
            let last = index == 0 ? looks.last?.interval : nil
            let interval = last.map { " (\(NumberText.fixed($0.low, 1))–\(NumberText.fixed($0.high, 1)) %)" }
            return "\(line.name): e = \(e)\(interval ?? "")"
        }.joined(separator: "; ")
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        let shown = lines.map { Line(name: $0.name, points: Self.thinned($0.points.filter(\.logE.isFinite))) }
        let x = ChartAxis(words[.chartPeopleFinished], counts: shown.flatMap { $0.points.map(\.people) } + [1])
        let top = legend(in: &drawing)
        let first = evidence(shown, x, top: top, in: &drawing)
        drawing.height = sequence(x, first, in: &drawing) + Drawing.levelAxisHeight
        return drawing
    }

    /// Draws what the lines are.
    /// - Returns: Where the plot begins.
    private func legend(in drawing: inout Drawing) -> Double {
        let named = lines.count > 1 ? lines : []
        let entries: [(name: String, mark: ChartLegend.Mark)] =
            [(words(.chartEnough, ["value": NumberText.significant(1 / alpha, 2)]), .reference)]
            + named.enumerated().map { ($0.element.name, .curve($0.offset)) }
        return ChartLegend(entries).write(in: &drawing) + 26
    }

    /// The e-values; powers of ten on a linear axis, since they may be larger than any number.
    private func evidence(_ lines: [Line], _ x: ChartAxis, top: Double, in drawing: inout Drawing) -> PlotArea {
        let enough = -log10(alpha)
        let y = PowerAxis(
            words[.eValue], powers: lines.flatMap { $0.points.map { $0.logE / EValueText.ln10 } } + [0, enough])
        let share = ChartAxis(words[.chartRate], from: 0, through: 100, step: 25)
        let room = max(Drawing.room(for: y), Drawing.room(for: share))
        let plot = PlotArea(left: room, right: drawing.width - 12, top: top, bottom: top + 170)
        drawing.uprightAxis(y, plot)
        let height = plot.y(enough, on: y)
        drawing.line(from: .init(x: plot.left, y: height), to: .init(x: plot.right, y: height), style: "reference")
        for (index, line) in lines.enumerated() {
            let places = line.points.map {
                Drawing.Place(x: plot.x(Double($0.people), on: x), y: plot.y($0.logE / EValueText.ln10, on: y))
            }
            drawing.curve(index, through: places)
        }
        return plot
    }

    /// The confidence sequence under the e-values.
    /// - Returns: The bottom of the lower plot, which has the axis.
    private func sequence(_ x: ChartAxis, _ above: PlotArea, in drawing: inout Drawing) -> Double {
        guard looks.count > 1 else {
            drawing.levelAxis(x, above, rules: false)
            return above.bottom
        }
        let of = lines.count > 1 ? lines.first.map { words[.colon] + $0.name } ?? "" : ""
        let name = words(.chartSequence, ["level": NumberText.level(level)]) + of
        let y = ChartAxis(name, from: 0, through: 100, step: 25)
        let plot = PlotArea(left: above.left, right: above.right, top: above.bottom + 38, bottom: above.bottom + 178)
        drawing.uprightAxis(y, plot)
        let high = looks.map {
            Drawing.Place(x: plot.x(Double($0.people), on: x), y: plot.y($0.interval.high, on: y))
        }
        let low = looks.map { Drawing.Place(x: plot.x(Double($0.people), on: x), y: plot.y($0.interval.low, on: y)) }
        drawing.area(high + low.reversed(), style: "band")
        drawing.path(high, style: "edge")
        drawing.path(low, style: "edge")
        let half = plot.y(50, on: y)
        drawing.line(from: .init(x: plot.left, y: half), to: .init(x: plot.right, y: half), style: "reference")
        drawing.levelAxis(x, plot, rules: false)
        return plot.bottom
    }
}
