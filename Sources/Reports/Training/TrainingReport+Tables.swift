import Study

extension TrainingReport {
    /// Tables longer than this are closed until they are asked for.
    private static let longTable = 60

    /// Every epoch with its seconds, their sum so far, images a second, memory and losses.
    var epochTable: String {
        guard !epochs.isEmpty else {
            return HTML.section(
                "epochs", words.training(.epochsHeading), [HTML.paragraph(words.training(.noEpoch))])
        }
        typealias Row = (epoch: EpochFacts, sum: Double)
        var fields: [Table.Field<Row>] = [
            .init(words.training(.epoch)) { .count($0.epoch.number) },
            .init(words.training(.seconds)) { .number($0.epoch.seconds, .fixed(2)) },
            .init(words.training(.secondsInAll)) { .number($0.sum, .fixed(2)) },
            .init(words.training(.imagesASecond)) {
                $0.epoch.imagesPerSecond.map { .number($0, .fixed(1)) } ?? .none
            },
        ]
        if redoneSeconds > 0 {
            fields.append(
                .init(words.training(.secondsDoneAgain)) { .number($0.epoch.redoneSeconds, .fixed(2)) })
        }
        if peakMemory != nil {
            fields.append(
                .init(words.training(.memory), unit: "[MB]") {
                    $0.epoch.peakMemory.map { .count($0, .megabytes) } ?? .none
                })
        }
        fields += lossNames.map { name in
            .init(words.loss(name)) { $0.epoch.losses[name].map { .number($0, .significant(4)) } ?? .none }
        }
        var sum = 0.0
        let rows = epochs.map { epoch in
            sum += epoch.seconds
            return (epoch: epoch, sum: sum)
        }
        return HTML.section(
            "epochs", words.training(.epochsHeading), [folded(Table(fields, rows), .countedEpochs)])
    }

    /// Every checkpoint with its epoch, seconds, file and hash.
    var checkpointTable: String {
        guard !checkpoints.isEmpty else { return "" }
        let table = Table(
            [
                .init(words.training(.epoch)) { .count($0.epoch) },
                .init(words.training(.secondsInAll)) { .number($0.seconds, .fixed(2)) },
                .init(words.training(.file), .left) { .text($0.file) },
                .init(words.training(.hash), .left) { .text(String($0.sha256.prefix(16))) },
            ], checkpoints)
        return HTML.section(
            "checkpoints", words.training(.checkpointsHeading), [folded(table, .countedCheckpoints)])
    }

    private func folded(_ table: Table, _ summary: ReportTexts.TrainingKey) -> String {
        let count = table.rows.count
        return HTML.folded(
            words.training(summary, ["count": "\(count)"]), table.html, isOpen: count <= Self.longTable)
    }
}
