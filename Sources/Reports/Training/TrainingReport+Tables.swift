extension TrainingReport {
    /// Tables longer than this are closed until they are asked for.
    private static let longTable = 60

    /// Every epoch with its seconds, their sum so far, images a second, memory and losses.
    var epochTable: String {
        guard !epochs.isEmpty else {
            return HTML.section("epochs", "Epochs", [HTML.paragraph("No epoch was trained to its end yet.")])
        }
        let redone = redoneSeconds > 0
        let memory = peakMemory != nil
        var columns: [TextTable.Column] = [
            .init(heading: "epoch"), .init(heading: "seconds"), .init(heading: "seconds in all"),
            .init(heading: "images a second"),
        ]
        if redone { columns.append(.init(heading: "seconds done again")) }
        if memory { columns.append(.init(heading: "memory", unit: "[MB]")) }
        // Found once: it asks all epochs.
        let losses = lossNames
        columns += losses.map { .init(heading: $0) }
        var sum = 0.0
        let rows = epochs.map { epoch in
            sum += epoch.seconds
            return [
                "\(epoch.number)", NumberText.fixed(epoch.seconds, 2), NumberText.fixed(sum, 2),
                epoch.imagesPerSecond.map { NumberText.fixed($0, 1) } ?? NumberText.none,
            ] + (redone ? [NumberText.fixed(epoch.redoneSeconds, 2)] : [])
                + (memory ? [epoch.peakMemory.map(NumberText.megabytes) ?? NumberText.none] : [])
                + losses.map { name in epoch.losses[name].map { NumberText.significant($0, 4) } ?? NumberText.none }
        }
        return HTML.section("epochs", "Epochs", [table(columns, rows, of: "epochs")])
    }

    /// Every checkpoint with its epoch, seconds, file and hash.
    var checkpointTable: String {
        guard !checkpoints.isEmpty else { return "" }
        let rows = checkpoints.map { checkpoint in
            [
                "\(checkpoint.epoch)", NumberText.fixed(checkpoint.seconds, 2), checkpoint.file,
                String(checkpoint.sha256.prefix(16)),
            ]
        }
        let columns: [TextTable.Column] = [
            .init(heading: "epoch"), .init(heading: "seconds in all"), .init(heading: "file", isNumber: false),
            .init(heading: "SHA-256 begins", isNumber: false),
        ]
        return HTML.section("checkpoints", "Checkpoints", [table(columns, rows, of: "checkpoints")])
    }

    private func table(_ columns: [TextTable.Column], _ rows: [[String]], of things: String) -> String {
        HTML.folded(
            "\(rows.count) \(things)", HTML.table(columns: columns, rows: rows), isOpen: rows.count <= Self.longTable)
    }
}
