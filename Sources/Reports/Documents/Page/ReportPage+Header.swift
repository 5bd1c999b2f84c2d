import Analysis
import Study

extension ReportPage {
    /// The band over the page where votes are simulated.
    var watermarkBand: String { watermark.map { HTML.paragraph($0, style: "watermark") } ?? "" }

    /// The title, where the votes come from, what must be said first, the numbers of votes and people.
    var header: String {
        """
        <header>
        <p>\(HTML.escaped(words[.report]))</p>
        <h1>\(HTML.escaped(report.title))</h1>
        </header>
        \((contents.notices.map { HTML.paragraph($0, style: "notice") } + [figures, origin]).joined(separator: "\n"))
        """
    }

    private var figures: String {
        let votes = summary.votes
        let out = votes.total - votes.counted
        var figures = [
            (number: "\(votes.counted)", name: words[.votesCounted]), (votes.peopleText, words[.peopleCounted]),
        ]
        if out > 0 { figures.append(("\(out)", words[.votesLeftOut])) }
        if summary.conditions.count > 1 { figures.append(("\(summary.conditions.count)", words[.conditions])) }
        return HTML.keyFigures(figures)
    }

    private var origin: String {
        let from = report.provenance
        var answered = from.firstAnswer
        if let first = from.firstAnswer, let last = from.lastAnswer, last != first { answered = "\(first) – \(last)" }
        let facts: [(name: String, value: String?)] = [
            (words[.study], from.study), (words[.votesFile], from.votesFile), (words[.plan], from.planHash),
            (words[.answered], answered),
        ]
        let known = facts.compactMap { name, value in value.map { (name: name, value: $0) } }
        return known.isEmpty
            ? "" : "<details><summary>\(HTML.escaped(words[.origin]))</summary>\(HTML.list(known))</details>"
    }

    /// How to read the numbers.
    var reading: Section {
        let items = words.readingNotes.map { "<li>\(HTML.escaped($0))</li>" }
        return Section(
            "reading", words[.reading], ["<ul class=\"reading\">\n\(items.joined(separator: "\n"))\n</ul>"])
    }

    /// The methods paragraph, with what was not recorded marked to be filled in.
    var methods: Section {
        guard let facts = contents.methods else { return Section("methods", words[.methods], []) }
        let paragraph = MethodsParagraph(facts, words)
        let parts = paragraph.parts.map { part in
            let sentences = part.sentences.map(HTML.escaped)
            let gaps = part.gaps.map { "<span class=\"gap\">\(HTML.escaped(paragraph.marked($0)))</span>" }
            return "<p><b>\(HTML.escaped(part.heading))</b> \((sentences + gaps).joined(separator: paragraph.gap))</p>"
        }
        return Section(
            "methods", words[.methods],
            [
                HTML.paragraph(words[.methodsNote]),
                "<div class=\"methods\" lang=\"\(paragraph.words.language.rawValue)\">\n\(parts.joined(separator: "\n"))\n</div>",
            ])
    }

    var footer: String { "<footer><p>\(HTML.escaped(words[.written]))</p></footer>" }
}
