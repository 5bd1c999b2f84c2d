import Analysis
import Preference

extension ReportPage {
    /// What the rules left out, and the rates with and without those votes.
    var exclusions: Section {
        if let nothing = told.nothingLeftOut {
            return Section(
                "exclusions", words[.exclusions],
                [
                    nothing, told.failedImages ?? "", told.timeouts ?? "", told.boardViews ?? "",
                    told.reportedImages ?? "",
                ].map {
                    HTML.paragraph($0)
                })
        }
        let steps = summary.funnel.map { row in
            FunnelChart.Step(
                rule: words.name(ofRuleIn: row), votes: row.votes, people: row.people,
                share: told.share(row), planned: row.planned, alarm: row.alarm ?? false)
        }
        let chart = FunnelChart(
            title: words[.exclusions], votes: summary.votes.total, steps: steps, words: words)
        return Section(
            "exclusions", words[.exclusions],
            told.alarms.map { HTML.paragraph("▲ \($0)", style: "notice") } + [
                HTML.figure(chart, note: words[.exclusionsNote], watermark: watermark), told.withAndWithout.html,
                HTML.paragraph(told.failedImages ?? ""), HTML.paragraph(told.timeouts ?? ""),
                HTML.paragraph(told.boardViews ?? ""),
                HTML.paragraph(told.reportedImages ?? ""),
            ])
    }
}
