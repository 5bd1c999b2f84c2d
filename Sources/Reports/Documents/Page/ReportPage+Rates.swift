import Preference
import Study

extension ReportPage {
    /// The paper's tables, one a condition.
    var tables: Section {
        Section("tables", words.tables, report.tables.map { $0.text(language: report.language).html })
    }

    /// The rates with their intervals, as a figure and as a table.
    var rates: Section {
        guard !summary.rates.isEmpty else {
            return Section("rates", words.rates, [HTML.paragraph(tableWords.noRates)])
        }
        return Section("rates", words.rates, rateFigures + rateTables(summary.rates))
    }

    /// One figure for all conditions of two methods, else one for each condition.
    private var rateFigures: [String] {
        let shown = summary.conditions.map { condition in
            (condition: condition, rows: rows(of: condition))
        }.filter { !$0.rows.isEmpty }
        guard shown.contains(where: { $0.rows.count > 2 }) else {
            let rows = shown.flatMap { forestRows($0.rows, heading: name($0.condition.name)) }
            return rows.isEmpty
                ? [] : [forest(words.rates, words.rates, rows, note: words.ratesNote, watermark: watermark)]
        }
        return shown.enumerated().map { index, shown in
            let (condition, rows) = shown
            let sorted = rows.sorted { ($0.rate.value ?? -1, $1.method) > ($1.rate.value ?? -1, $0.method) }
            return forest(
                title(words.rates, condition.name), name(condition.name), forestRows(sorted, heading: nil),
                note: index == 0 ? words.ratesNote : "", watermark: watermark(of: condition.name))
        }
    }

    /// The row of each method against the other, or against all others.
    func rows(of condition: ConditionVotes) -> [RateRow] {
        condition.methods.compactMap { method in
            let rates = summary.rates.filter { $0.condition == condition.name && $0.method == method }
            return rates.first { $0.against == nil } ?? rates.first
        }
    }

    private func forest(
        _ title: String, _ caption: String?, _ rows: [ForestPlot.Row], note: String, watermark: String?
    ) -> String {
        figure(
            ForestPlot(title: title, rows: rows, level: summary.level, words: chartWords), caption: caption,
            note: note, watermark: watermark)
    }

    private func forestRows(_ rates: [RateRow], heading: String?) -> [ForestPlot.Row] {
        rates.enumerated().map { index, rate in
            ForestPlot.Row(heading: index == 0 ? heading : nil, label: label(rate.method), rate: estimate(rate))
        }
    }

    /// A rate in percent with its intervals, or the word why something is missing.
    func estimate(_ row: RateRow) -> ChartEstimate {
        ChartEstimate(
            row.rate.value.map { $0 * 100 }, interval: row.clustered.value.map { Self.percent($0.interval) },
            naive: row.naive.value.map { Self.percent($0.wilson) },
            why: (row.rate.why ?? row.clustered.why).map(tableWords.why) ?? "")
    }

    static func percent(_ interval: Interval) -> Interval {
        Interval(low: interval.low * 100, high: interval.high * 100)
    }

    /// The estimates; with many methods those of single pairs are folded.
    private func rateTables(_ rows: [RateRow]) -> [String] {
        let many = Set(summary.conditions.filter { $0.methods.count > 2 }.map(\.name))
        let isPair = { (row: RateRow) in row.against != nil && many.contains(row.condition) }
        let pairs = rows.filter(isPair)
        let first = rateTable(rows.filter { !isPair($0) })
        let robust = HTML.folded(words.robust, robustTable(rows.filter { !isPair($0) }))
        return [first] + (pairs.isEmpty ? [] : [HTML.folded(words.pairs(pairs.count), rateTable(pairs))]) + [robust]
    }

    private func rateTable(_ rows: [RateRow]) -> String {
        let table = tableWords
        let interval = table.interval(level)
        let columns: [TextTable.Column] = [
            .init(heading: table.condition, isNumber: false), .init(heading: table.method, isNumber: false),
            .init(heading: table.against, isNumber: false), .init(heading: table.rate, unit: "[%]"),
            .init(heading: interval, unit: table.byPerson), .init(heading: table.pByPerson),
            .init(heading: "Wilson", unit: "[%]"), .init(heading: table.exactP), .init(heading: table.wins),
            .init(heading: table.losses), .init(heading: table.tiesHeading), .init(heading: table.people),
        ]
        return HTML.table(
            columns: columns,
            rows: rows.map { row in
                [
                    row.condition ?? NumberText.none, label(row.method), row.against.map(label) ?? table.allOthers,
                    table.cell(row.rate, NumberText.percent),
                    table.cell(row.clustered) { NumberText.percent($0.interval) },
                    row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                    row.naive.value.map { NumberText.percent($0.wilson) } ?? NumberText.none,
                    row.naive.value.map { NumberText.p($0.exactP) } ?? NumberText.none,
                    "\(row.wins)", "\(row.losses)", "\(row.ties)", row.peopleText,
                ]
            })
    }
}
