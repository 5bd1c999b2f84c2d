import Preference

extension Drawing {
    /// An estimate on a level axis at a height: its interval by person, the naive one beneath that or in its place, and
    /// its value.
    mutating func estimate(_ estimate: ChartEstimate, y: Double, _ axis: ChartAxis, _ plot: PlotArea) {
        if let naive = estimate.naive {
            interval(
                plot.x(naive.low, on: axis), plot.x(naive.high, on: axis), y: estimate.interval == nil ? y : y + 7,
                ends: 3, style: "naive")
        }
        if let byPerson = estimate.interval {
            interval(plot.x(byPerson.low, on: axis), plot.x(byPerson.high, on: axis), y: y, style: "by-person")
        }
        if let value = estimate.value { mark(.square, at: Place(x: plot.x(value, on: axis), y: y), style: "point") }
    }
}

extension ChartLegend {
    /// The kinds of intervals that some of the estimates have.
    static func intervals(
        of estimates: [ChartEstimate], level: Double, words: ReportTexts
    ) -> [(name: String, mark: Mark)] {
        var entries: [(name: String, mark: Mark)] = []
        if estimates.contains(where: { $0.interval != nil }) {
            entries.append((words(.chartByPerson, ["level": NumberText.level(level)]), .byPerson))
        }
        if estimates.contains(where: { $0.naive != nil }) { entries.append((words[.chartNaive], .naive)) }
        return entries
    }
}
