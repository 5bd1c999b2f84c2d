import Study

extension TrainingReport {
    /// Tables longer than this are closed until they are asked for.
    private static let longTable = 60

    /// Every epoch with its seconds, their sum so far, images a second, memory and losses.
    var epochTable: String {
        guard !epochs.isEmpty else {
            return HTML.section("epochs", "Epochs", [HTML.paragraph("No epoch was trained to its end yet.")])
        }
        typealias Row = (epoch: EpochFacts, sum: Double)
        var fields: [Table.Field<Row>] = [
            .init("epoch") { .count($0.epoch.number) },
            .init("seconds") { .number($0.epoch.seconds, .fixed(2)) },
            .init("seconds in all") { .number($0.sum, .fixed(2)) },
            .init("images a second") { $0.epoch.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none },
        ]
        if redoneSeconds > 0 {
            fields.append(.init("seconds done again") { .number($0.epoch.redoneSeconds, .fixed(2)) })
        }
        if peakMemory != nil {
            fields.append(
                .init("memory", unit: "[MB]") { $0.epoch.peakMemory.map { .count($0, .megabytes) } ?? .none })
        }
        fields += lossNames.map { name in
            .init(name) { $0.epoch.losses[name].map { .number($0, .significant(4)) } ?? .none }
        }
        var sum = 0.0
        let rows = epochs.map { epoch in
            sum += epoch.seconds
            return (epoch: epoch, sum: sum)
        }
        return HTML.section("epochs", "Epochs", [folded(Table(fields, rows), of: "epochs")])
    }

    /// Every checkpoint with its epoch, seconds, file and hash.
    var checkpointTable: String {
        guard !checkpoints.isEmpty else { return "" }
        let table = Table(
            [
                .init("epoch") { .count($0.epoch) }, .init("seconds in all") { .number($0.seconds, .fixed(2)) },
                .init("file", .left) { .text($0.file) },
                .init("SHA-256 begins", .left) { .text(String($0.sha256.prefix(16))) },
            ], checkpoints)
        return HTML.section("checkpoints", "Checkpoints", [folded(table, of: "checkpoints")])
    }

    private func folded(_ table: Table, of things: String) -> String {
        HTML.folded("\(table.rows.count) \(things)", table.html, isOpen: table.rows.count <= Self.longTable)
    }
}
