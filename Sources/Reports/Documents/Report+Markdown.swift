import Preference
import Study

extension Report {
    /// One page: where the votes come from, the paper's tables, the estimates, what was left out, how to read it.
    package var markdown: String {
        let words = Wording.of(language)
        var parts = ["# \(Markdown.escaped(title))"]
        if let watermark = words.watermark(summary.simulation) {
            parts.append("> **\(Markdown.escaped(watermark))**")
        }
        parts.append(origin(words))
        parts += tables.map { $0.markdown(language: language).trimmedEnd }
        parts.append("## \(words.estimates)")
        parts.append(
            summary.rates.isEmpty
                ? words.noRates : Markdown.table(columns: estimateColumns(words), rows: estimates(words)))
        parts.append("## \(words.leftOut)")
        parts.append(summary.funnel.isEmpty ? words.nothingLeftOut : leftOut(words))
        parts.append("## \(words.reading)")
        parts.append(words.readingNotes.map { "- \($0)" }.joined(separator: "\n"))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func leftOut(_ words: Wording) -> String {
        Markdown.table(
            columns: [
                .init(heading: words.rule, isNumber: false), .init(heading: words.people), .init(heading: words.votes),
            ],
            rows: summary.funnel.map { [words.name(ofRule: $0.rule), "\($0.people)", "\($0.votes)"] })
    }

    private func origin(_ words: Wording) -> String {
        var answered = provenance.firstAnswer
        if let first = provenance.firstAnswer, let last = provenance.lastAnswer, last != first {
            answered = "\(first) – \(last)"
        }
        let facts: [(String, String?)] = [
            (words.study, provenance.study), (words.votesFile, provenance.votesFile), (words.plan, provenance.planHash),
            (words.answered, answered),
        ]
        let lines = facts.compactMap { name, fact in fact.map { "- \(name): \(Markdown.escaped($0))" } }
        return (lines + ["- \(words.counts(summary.votes))"]).joined(separator: "\n")
    }

    private func estimateColumns(_ words: Wording) -> [TextTable.Column] {
        let interval = words.interval(NumberText.level(summary.level))
        return [
            .init(heading: words.condition, isNumber: false), .init(heading: words.method, isNumber: false),
            .init(heading: words.against, isNumber: false), .init(heading: words.rate, unit: "[%]"),
            .init(heading: interval, unit: words.byPerson), .init(heading: words.pByPerson),
            .init(heading: "Wilson", unit: "[%]"), .init(heading: "Clopper–Pearson", unit: "[%]"),
            .init(heading: words.exactP), .init(heading: words.wins), .init(heading: words.losses),
            .init(heading: words.tiesHeading), .init(heading: words.people),
        ]
    }

    private func estimates(_ words: Wording) -> [[String]] {
        summary.rates.map { row in
            [
                row.condition ?? NumberText.none, row.method, row.against ?? words.allOthers,
                words.cell(row.rate, NumberText.percent),
                words.cell(row.clustered) { NumberText.percent($0.interval) },
                row.clustered.value.map { NumberText.p($0.p) } ?? NumberText.none,
                row.naive.value.map { NumberText.percent($0.wilson) } ?? NumberText.none,
                row.naive.value.map { NumberText.percent($0.clopperPearson) } ?? NumberText.none,
                row.naive.value.map { NumberText.p($0.exactP) } ?? NumberText.none,
                "\(row.wins)", "\(row.losses)", "\(row.ties)", row.peopleText,
            ]
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String { String(reversed().drop(while: \.isNewline).reversed()) }
}
