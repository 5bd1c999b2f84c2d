import Analysis
import Preference

extension ReportPage {
    /// The same method under two conditions.
    var comparisons: Section {
        let hidden = told.hiddenComparisons
        let more = hidden > 0 ? words.gap + words(.moreComparisons, ["count": "\(hidden)"]) : ""
        return Section(
            "comparisons", words[.comparisons], words[.comparisonsNote] + more,
            told.comparisons(summary.tellingComparisons))
    }

    /// What training cost beside the rate, by condition; nothing where no training time is known.
    var cost: Section {
        let figures = report.tables.filter { $0.rows.contains { $0.run?.seconds != nil } }.map { table in
            HTML.figure(
                CostChart(
                    title: title(words[.cost], table.condition),
                    items: table.rows.map { row in
                        .init(
                            label: row.label, hours: row.run?.seconds.map { $0 / 3600 }, rate: estimate(row.rate))
                    }, level: summary.level, words: words), caption: name(table.condition),
                watermark: watermark(of: table.condition))
        }
        return Section(
            "cost", words[.cost],
            figures.isEmpty
                ? []
                : [
                    HTML.paragraph(words[.costNote]),
                    "<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>",
                ])
    }
}
