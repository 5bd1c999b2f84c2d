import Analysis
import Preference
import Study

extension ReportPage {
    /// The paper's tables, one a condition.
    var tables: Section {
        Section("tables", words[.tables], report.tables.map { $0.table(words).html })
    }

    /// The rates with their intervals, as a figure and as a table.
    var rates: Section {
        guard !summary.rates.isEmpty else {
            return Section("rates", words[.rates], [HTML.paragraph(words[.noRates])])
        }
        return Section("rates", words[.rates], rateFigures + rateTables(summary.rates))
    }

    /// One figure for all conditions of two methods, else one for each condition.
    private var rateFigures: [String] {
        let shown = summary.conditions.map { condition in
            (condition: condition, rows: told.rows(of: condition))
        }.filter { !$0.rows.isEmpty }
        guard shown.contains(where: { $0.rows.count > 2 }) else {
            let rows = shown.flatMap { forestRows($0.rows, heading: name($0.condition.name)) }
            return rows.isEmpty
                ? [] : [forest(words[.rates], words[.rates], rows, note: words[.ratesNote], watermark: watermark)]
        }
        return shown.enumerated().map { index, shown in
            let (condition, rows) = shown
            let sorted = rows.sorted { ($0.rate.value ?? -1, $1.method) > ($1.rate.value ?? -1, $0.method) }
            return forest(
                title(words[.rates], condition.name), name(condition.name), forestRows(sorted, heading: nil),
                note: index == 0 ? words[.ratesNote] : "", watermark: watermark(of: condition.name))
        }
    }

    private func forest(
        _ title: String, _ caption: String?, _ rows: [ForestPlot.Row], note: String, watermark: String?
    ) -> String {
        HTML.figure(
            ForestPlot(title: title, rows: rows, level: summary.level, words: words), caption: caption,
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
            why: (row.rate.why ?? row.clustered.why).map(words.why) ?? "")
    }

    static func percent(_ interval: Interval) -> Interval {
        Interval(low: interval.low * 100, high: interval.high * 100)
    }

    /// The estimates; with many methods those of single pairs are folded.
    private func rateTables(_ rows: [RateRow]) -> [String] {
        let pairs = rows.filter(told.isPair)
        let others = rows.filter { !told.isPair($0) }
        let robust = HTML.folded(words[.robust], told.robust(others).html)
        let heading = words(.pairs, ["count": "\(pairs.count)"])
        let folded =
            pairs.count > AnalysisSummary.mostPairRates
            ? HTML.paragraph("\(heading)\(words[.colon])report.json")
            : pairs.isEmpty ? "" : HTML.folded(heading, told.rates(pairs).html)
        return [told.rates(others).html, folded, robust]
    }

    /// What was expected before the first vote, beside what the votes say.
    var hypotheses: Section {
        Section("hypotheses", words[.hypotheses], words[.hypothesesNote], told.hypotheses)
    }
}
