import Analysis
import Preference

extension ReportPage {
    /// The evidence as people finished: a figure for each condition, of its first methods.
    var evidence: Section {
        let blocks = summary.conditions.compactMap { condition -> String? in
            // With two methods the other's evidence is the same.
            let all = told.rows(of: condition)
            let shown = all.count == 2 ? Array(all.prefix(1)) : mostEvident(all)
            guard !shown.isEmpty else { return nil }
            let title = title(words[.evidence], condition.name)
            let lines = shown.compactMap { row in
                row.sequential.value.map { sequential in
                    EvidenceChart.Line(
                        name: "\(label(row.method)) / \(row.against.map(label) ?? words[.allOthers])",
                        points: sequential.logEValues.enumerated().map {
                            .init(people: $0.offset + 1, logE: $0.element)
                        })
                }
            }
            guard !lines.isEmpty else {
                return shown[0].sequential.why.map {
                    HTML.paragraph("\(title)\(words[.colon])\(NumberText.none) (\(words.why($0)))")
                }
            }
            let drawn = shown.compactMap(\.sequential.value).first
            let looks = drawn?.looks(most: Self.mostLooks, level: summary.level) ?? []
            let chart = EvidenceChart(
                title: title, lines: lines,
                looks: looks.map { .init(people: $0.people, interval: Self.percent($0.interval)) },
                level: summary.level, alpha: summary.evidenceAlpha, words: words)
            let advice = shown.compactMap { row in row.sequential.value.map { self.advice($0, row) } }
            return HTML.figure(
                chart, caption: name(condition.name), note: advice.joined(separator: words.gap),
                watermark: watermark(of: condition.name))
        }
        return Section(
            "evidence", words[.evidence],
            blocks.isEmpty
                ? []
                : [
                    HTML.paragraph(words(.evidenceNote, ["alpha": NumberText.level(summary.evidenceAlpha)])),
                    "<div class=\"pair\">\n\(blocks.joined(separator: "\n"))\n</div>",
                ])
    }

    /// A confidence sequence is drawn from so many looks.
    private static let mostLooks = 60

    /// The three rates with the most evidence.
    private func mostEvident(_ rows: [RateRow]) -> [RateRow] {
        let sorted = rows.enumerated().sorted { one, other in
            let (first, second) = (
                one.element.sequential.value?.eValue ?? -1, other.element.sequential.value?.eValue ?? -1
            )
            return (first, other.offset) > (second, one.offset)
        }
        return sorted.prefix(3).map(\.element)
    }

    private func advice(_ sequential: SequentialRate, _ row: RateRow) -> String {
        let e = EValueText.text(logE: sequential.logEValues.last ?? 0)
        let interval = words.text(sequential.confidenceSequence) { NumberText.percent($0) + " %" }
        return
            "\(label(row.method))\(words[.colon])e = \(e)\(words[.comma])\(words[.confidenceSequence]) \(interval)\(words[.stop])\(told.advice(sequential))"
    }
}
