import Study

extension TrainingReport {
    /// The losses, one chart a stage, then the pace. At least one epoch.
    var charts: [LineChart] {
        let x = ChartAxis(words.training(.epoch), counts: epochs.map(\.number))
        let unit = words.training(network.architecture.kind == .srcnn ? .meanSquaredError : .nats)
        let losses = stages.map { stage in
            chart(
                stage.name.map { words.training(.lossesOf, ["stage": $0]) } ?? words.training(.losses), unit, x,
                stage.losses.map { loss in (loss.label, epochs.map { $0.losses[loss.name] }) })
        }
        return losses + [
            chart(
                words.training(.pace), words.training(.imagesASecond), x, [("", epochs.map(\.imagesPerSecond))],
                fromZero: true),
            chart(
                words.training(.time), words.training(.secondsAnEpoch), x, [("", epochs.map(\.seconds))],
                fromZero: true),
        ]
    }

    /// The losses by stage; one stage without a name where a network has only one.
    private var stages: [(name: String?, losses: [(name: String, label: String)])] {
        var stages: [(prefix: String?, losses: [(name: String, label: String)])] = []
        for name in lossNames {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            let prefix = parts.count == 2 ? parts[0] : nil
            if stages.isEmpty || stages[stages.count - 1].prefix != prefix { stages.append((prefix, [])) }
            stages[stages.count - 1].losses.append((name, words.lossOfNetwork(parts[parts.count - 1])))
        }
        return stages.map { (name: $0.prefix.map(stageName), losses: $0.losses) }
    }

    private func stageName(_ prefix: String) -> String {
        prefix.wholeMatch(of: /stage(\d+)/).map { words.training(.stageName, ["stage": String($0.output.1)]) } ?? prefix
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
