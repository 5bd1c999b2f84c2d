import Preference

extension AnalysisSummary {
    /// What `dotchi analyze` prints: the rates in aligned columns, with the interval by person first and the naive one
    /// beside it, then how many votes there are and what was left out. Lines end in a line feed.
    package var terminalText: String {
        let words = Wording.english
        var lines: [String] = []
        if let watermark = words.watermark(simulation) { lines += [watermark, ""] }
        lines += rates.isEmpty ? [words.noRates] : aligned(rateLines(words), textColumns: 3)
        lines += ["", words.counts(votes) + "."]
        lines += funnel.filter { $0.votes > 0 }.map {
            "Left out (\(PlainText.oneLine(words.name(ofRule: $0.rule)))): votes \($0.votes), people \($0.people)."
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func rateLines(_ words: Wording) -> [[String]] {
        let level = NumberText.level(level)
        let head = [
            "condition", "method", "against", "rate %", "\(level) % by person", "p", "naive: Wilson", "exact p", "wins",
            "losses", "ties", "people",
        ]
        return [head]
            + rates.map { row in
                [
                    row.condition ?? NumberText.none, row.method, row.against ?? words.allOthers,
                    words.cell(row.rate, NumberText.percent),
                    words.cell(row.clustered) { NumberText.percent($0.interval) },
                    row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                    row.naive.value.map { NumberText.percent($0.wilson) } ?? NumberText.none,
                    row.naive.value.map { NumberText.p($0.exactP) } ?? NumberText.none,
                    "\(row.wins)", "\(row.losses)", "\(row.ties)", row.peopleText,
                ].map(PlainText.oneLine)
            }
    }

    /// Rows with columns as wide as their widest cell: the first ones flush left, the others right.
    private func aligned(_ rows: [[String]], textColumns: Int) -> [String] {
        let widths = rows.reduce(into: [Int](repeating: 0, count: rows.first?.count ?? 0)) { widths, row in
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], PlainText.width(cell)) }
        }
        return rows.map { row in
            let cells = zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - PlainText.width(cell.0))
                return column < textColumns ? cell.0 + space : space + cell.0
            }
            return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
    }
}
