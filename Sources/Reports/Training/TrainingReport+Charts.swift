import Study

extension TrainingReport {
    /// The losses, one chart a stage, then the pace. At least one epoch.
    var charts: [LineChart] {
        let x = ChartAxis("epoch", counts: epochs.map(\.number))
        let losses = stages.map { stage in
            chart(
                stage.name.isEmpty ? "Losses" : "Losses of \(stage.name)",
                network.architecture.kind == .srcnn ? "mean squared error" : "nats", x,
                stage.losses.map { loss in (loss.label, epochs.map { $0.losses[loss.name] }) })
        }
        return losses + [
            chart("Pace", "images a second", x, [("", epochs.map(\.imagesPerSecond))], fromZero: true),
            chart("Time", "seconds an epoch", x, [("", epochs.map(\.seconds))], fromZero: true),
        ]
    }

    /// The losses by stage; one stage without a name where a network has only one.
    private var stages: [(name: String, losses: [(name: String, label: String)])] {
        var stages: [(name: String, losses: [(name: String, label: String)])] = []
        for name in lossNames {
            let parts = name.split(separator: ".", maxSplits: 1)
            let stage = parts.count == 2 ? String(parts[0]).replacing("stage", with: "stage ") : ""
            if stages.last?.name != stage { stages.append((stage, [])) }
            stages[stages.count - 1].losses.append((name, String(parts[parts.count - 1])))
        }
        return stages
    }

    private func chart(
        _ title: String, _ unit: String, _ x: ChartAxis, _ lines: [(name: String, values: [Double?])],
        fromZero: Bool = false
    ) -> LineChart {
        let lines = lines.map { line in
            LineChart.Line(
                name: line.name,
                points: zip(epochs, line.values).compactMap { epoch, value in
                    value.map { .init(x: Double(epoch.number), y: $0) }
                })
        }
        let values = lines.flatMap { $0.points.map(\.y) }
        return LineChart(
            title: title, x: x, y: ChartAxis(unit, values: values.isEmpty ? [0] : values, fromZero: fromZero),
            lines: lines)
    }
}
