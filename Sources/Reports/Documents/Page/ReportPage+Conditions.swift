import Preference

extension ReportPage {
    /// The same method under two conditions.
    var comparisons: Section {
        guard !summary.comparisons.isEmpty else { return Section("comparisons", words.comparisons, []) }
        let columns: [TextTable.Column] = [
            .init(heading: words.conditions, isNumber: false), .init(heading: tableWords.method, isNumber: false),
            .init(heading: words.difference, unit: words.points),
            .init(heading: tableWords.interval(level), unit: words.pointsByPerson),
            .init(heading: tableWords.pByPerson), .init(heading: "Newcombe", unit: words.points),
            .init(heading: "Fisher p"), .init(heading: "McNemar p"),
        ]
        let rows = summary.comparisons.map { row in
            [
                "\(row.conditions.first ?? NumberText.none) − \(row.conditions.second ?? NumberText.none)",
                label(row.method), tableWords.cell(row.difference) { NumberText.signed($0 * 100, 1) },
                tableWords.cell(row.clustered) { Self.points($0.interval) },
                row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                row.naive.value.map { Self.points($0.newcombe) } ?? NumberText.none,
                row.naive.value.map { NumberText.p($0.fisherP) } ?? NumberText.none,
                tableWords.cell(row.mcNemarP, NumberText.p),
            ]
        }
        return Section(
            "comparisons", words.comparisons,
            [HTML.paragraph(words.comparisonsNote), HTML.table(columns: columns, rows: rows)])
    }

    /// An interval of differences in percentage points: `−3.1 … 12.0`.
    static func points(_ interval: Interval) -> String {
        "\(NumberText.signed(interval.low * 100, 1)) … \(NumberText.signed(interval.high * 100, 1))"
    }

    /// What training cost beside the rate, by condition; nothing where no training time is known.
    var cost: Section {
        let figures = report.tables.filter { $0.rows.contains { $0.run?.seconds != nil } }.map { table in
            figure(
                CostChart(
                    title: title(words.cost, table.condition),
                    items: table.rows.map { row in
                        .init(
                            label: row.label, hours: row.run?.seconds.map { $0 / 3600 }, rate: estimate(row.rate))
                    }, level: summary.level, words: chartWords), caption: name(table.condition),
                watermark: watermark(of: table.condition))
        }
        return Section(
            "cost", words.cost,
            figures.isEmpty
                ? []
                : [HTML.paragraph(words.costNote), "<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>"])
    }
}
