import Analysis
import Study

/// A report as one HTML page with everything in it: pictures as data, charts as SVG. It loads nothing, needs no script,
/// is light or dark as the reader's system is, and can be printed.
package struct ReportPage: Sendable, Hashable {
    /// The report.
    package var report: Report

    /// A page.
    package init(_ report: Report) { self.report = report }

    /// The page.
    package var html: String {
        let sections = [
            tables, rates, hypotheses, scales, comparisons, cost, images, samples, exclusions, people, answers,
            evidence, fronts, reading, methods,
        ].filter { !$0.html.isEmpty }
        let links = sections.map { "<a href=\"#\($0.name)\">\(HTML.escaped($0.heading))</a>" }
        let parts =
            [watermarkBand, header, "<nav>\(links.joined(separator: "\n"))</nav>"] + sections.map(\.html) + [footer]
        return HTML.page(
            title: report.title, language: words.language, style: ChartStyle.css + "\n" + PageStyle.css,
            body: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }

    /// A part of the page.
    struct Section {
        /// What links call it.
        let name: String
        let heading: String
        /// Empty where there is nothing to say.
        let html: String

        /// A part with these blocks; those that are empty are left out.
        init(_ name: String, _ heading: String, _ blocks: [String]) {
            self.name = name
            self.heading = heading
            html = HTML.section(name, heading, blocks)
        }

        /// A part that is a table with a sentence before it; none without rows.
        init(_ name: String, _ heading: String, _ note: String, _ table: Table) {
            self.init(name, heading, table.rows.isEmpty ? [] : [HTML.paragraph(note), table.html])
        }
    }

    /// What the report tells as tables and sentences.
    var told: ReportTables { ReportTables(report: report) }
    var summary: AnalysisSummary { report.summary }
    var contents: PageContents { report.contents }
    var words: ReportTexts { report.words }
    var level: String { told.level }
    var watermark: String? { words.watermark(summary.simulation) }

    /// A method's name for people.
    func label(_ method: String) -> String { told.label(method) }

    /// A condition as headings call it.
    func name(_ condition: String?) -> String? { told.name(condition) }

    /// What a chart of a condition is called.
    func title(_ subject: String, _ condition: String?) -> String { told.title(subject, condition) }

    /// The watermark of a condition's own votes.
    func watermark(of condition: String?) -> String? {
        guard let votes = summary.conditions.first(where: { $0.name == condition }) else { return watermark }
        return words.watermark(Simulated(votes: votes.simulated, of: votes.votes))
    }
}
