import Preference

/// How often people chose the left side: each person a mark, sorted, over the pooled share with its interval. People
/// whose share differs from one half beyond chance are triangles.
struct SideBiasChart: Chart {
    let title: String
    /// The share of the left side over all votes, in percent.
    let pooled: ChartEstimate
    /// The people, in any order.
    let people: [Person]
    /// Confidence level of the interval.
    let level: Double
    let words: ReportTexts

    /// One person.
    struct Person: Hashable {
        /// The share of the left side among that person's choices, in percent; finite.
        var share: Double
        /// Whether it differs from one half, with all people looked at together.
        var isBiased: Bool
    }

    /// At most so many marks are drawn; of more people those at equal distances, and all that differ.
    private static let mostMarks = 200

    var ownWidth: Double { 500 }

    var description: String {
        let biased = people.count { $0.isBiased }
        return
            "\(words[.chartPooled]) \(pooled.text(digits: 1)) %; \(words[.people]) \(people.count); \(words[.chartBiased]) \(biased)"
    }

    func drawing(width: Double) -> Drawing {
        var drawing = Drawing(width: width)
        var entries: [(name: String, mark: ChartLegend.Mark)] = [(words[.chartPerson], .person)]
        if people.contains(where: \.isBiased) { entries.append((words[.chartBiased], .biased)) }
        entries += [
            ("\(words[.chartPooled]) \(pooled.text(digits: 1)) %", pooled.interval == nil ? .line : .band),
            (words[.chartHalf], .reference),
        ]
        let top = ChartLegend(entries).write(in: &drawing) + 26
        let y = ChartAxis(words[.chartLeftShare], from: 0, through: 100, step: 25)
        let plot = PlotArea(left: Drawing.room(for: y), right: width - 6, top: top, bottom: top + 200)
        drawing.uprightAxis(y, plot)
        if let interval = pooled.interval {
            let (high, low) = (plot.y(interval.high, on: y), plot.y(interval.low, on: y))
            drawing.rectangle(
                x: plot.left, y: high, width: plot.right - plot.left, height: max(1, low - high), style: "band")
        }
        let half = plot.y(50, on: y)
        drawing.line(from: .init(x: plot.left, y: half), to: .init(x: plot.right, y: half), style: "reference")
        if let value = pooled.value {
            let height = plot.y(value, on: y)
            drawing.line(from: .init(x: plot.left, y: height), to: .init(x: plot.right, y: height), style: "curve")
        }
        for (rank, person) in drawn {
            let x = plot.left + (Double(rank) + 0.5) / Double(people.count) * (plot.right - plot.left)
            drawing.mark(
                person.isBiased ? .triangle : .circle, at: .init(x: x, y: plot.y(person.share, on: y)),
                radius: person.isBiased ? 4.5 : 3, style: person.isBiased ? "alarm" : "hollow")
        }
        drawing.text(
            words(.chartPeopleSorted, ["count": "\(people.count)"]),
            at: .init(x: (plot.left + plot.right) / 2, y: plot.bottom + 16), .middle,
            style: "soft", limit: width)
        drawing.height = plot.bottom + 28
        return drawing
    }

    /// The people that are drawn, with their ranks.
    private var drawn: [(rank: Int, person: Person)] {
        let ranked = people.filter(\.share.isFinite)
            .sorted { ($0.share, $0.isBiased ? 1 : 0) < ($1.share, $1.isBiased ? 1 : 0) }.enumerated()
        let apart = (people.count + Self.mostMarks - 1) / Self.mostMarks
        return ranked.filter { $0.element.isBiased || $0.offset.isMultiple(of: max(1, apart)) }
            .map { ($0.offset, $0.element) }
    }
}
