/// A rectangle of a drawing in which values are plotted.
struct PlotArea: Hashable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    /// Where a value of a level scale stands.
    func x(_ value: Double, on scale: some Scale) -> Double { left + scale.share(of: value) * (right - left) }

    /// Where a value of an upright scale stands.
    func y(_ value: Double, on scale: some Scale) -> Double { bottom - scale.share(of: value) * (bottom - top) }
}

extension Drawing {
    /// The height that the marks and the title beneath a plot take.
    static let levelAxisHeight = 40.0

    /// A scale beneath a plot: rules, marks (without those that would touch their neighbour) and the title.
    mutating func levelAxis(_ scale: some Scale, _ plot: PlotArea, rules: Bool = true, titleRoom: Double? = nil) {
        var free = -Double.infinity
        for mark in scale.marks {
            let x = plot.x(mark, on: scale)
            let label = scale.label(mark)
            if rules { line(from: Place(x: x, y: plot.top), to: Place(x: x, y: plot.bottom), style: "rule") }
            line(from: Place(x: x, y: plot.bottom), to: Place(x: x, y: plot.bottom + 4), style: "tick")
            let half = TextWidth.of(label) / 2
            let middle = min(max(x, half), width - half)
            guard middle - half > free else { continue }
            text(label, at: Place(x: middle, y: plot.bottom + 13), .middle)
            free = middle + half + 6
        }
        guard !scale.title.isEmpty else { return }
        // Centred under the plot, unless it would leave the drawing.
        let room = titleRoom ?? width - 4
        let half = min(TextWidth.of(scale.title), room) / 2
        let x = min(max((plot.left + plot.right) / 2, half + 2), width - half - 2)
        text(scale.title, at: Place(x: x, y: plot.bottom + 30), .middle, style: "soft", limit: room)
    }

    /// A scale left of a plot: rules, marks, and the title above.
    mutating func uprightAxis(_ scale: some Scale, _ plot: PlotArea) {
        var free = Double.infinity
        for mark in scale.marks {
            let y = plot.y(mark, on: scale)
            line(from: Place(x: plot.left, y: y), to: Place(x: plot.right, y: y), style: "rule")
            guard y + 6 < free else { continue }
            text(scale.label(mark), at: Place(x: plot.left - 6, y: y), .end)
            free = y - 6
        }
        guard !scale.title.isEmpty else { return }
        text(scale.title, at: Place(x: 0, y: plot.top - 14), style: "soft", limit: width)
    }

    /// The room that an upright scale's marks take left of a plot.
    static func room(for scale: some Scale) -> Double {
        (scale.marks.map { TextWidth.of(scale.label($0)) }.max() ?? 0) + 8
    }
}
