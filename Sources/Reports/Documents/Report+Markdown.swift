import Analysis
import Study

extension Report {
    /// All of it as Markdown: where the votes come from, the paper's tables, then what the page tells, as tables.
    package var markdown: String {
        let told = ReportTables(report: self)
        let watermark = words.watermark(summary.simulation).map { "> **\(Markdown.escaped($0))**" } ?? ""
        let notices = contents.notices.map { "> \(Markdown.escaped($0))" }
        let reading = words.readingNotes.map { "- \($0)" }.joined(separator: "\n")
        let parts =
            ["# \(Markdown.escaped(title))", watermark] + notices + [origin]
            + tables.map { $0.markdown(words).trimmedEnd } + told.markdown
            + ["## \(words[.reading])", reading] + methods
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var origin: String {
        var answered = provenance.firstAnswer
        if let first = provenance.firstAnswer, let last = provenance.lastAnswer, last != first {
            answered = "\(first) – \(last)"
        }
        let facts: [(String, String?)] = [
            (words[.study], provenance.study), (words[.votesFile], provenance.votesFile),
            (words[.plan], provenance.planHash),
            (words[.answered], answered),
        ]
        let lines = facts.compactMap { name, fact in fact.map { "- \(name): \(Markdown.escaped($0))" } }
        return (lines + ["- \(words.counts(summary.votes))"]).joined(separator: "\n")
    }

    /// The methods paragraph, a paragraph a part; nothing where no facts are known.
    private var methods: [String] {
        guard let facts = contents.methods else { return [] }
        let paragraph = MethodsParagraph(facts, words)
        let parts = paragraph.parts.map { part in
            "**\(part.heading)** "
                + (part.sentences + part.gaps.map(paragraph.marked)).map(Markdown.escaped).joined(
                    separator: paragraph.gap)
        }
        return ["## \(words[.methods])", words[.methodsNote]] + parts
    }
}
