package import Analysis

/// Everything that a report says of a study, as values; ``files(_:)`` makes it text.
package struct Report: Sendable, Hashable {
    /// The study's title, or the name of the file of votes.
    package var title: String
    /// Where the votes come from.
    package var provenance: Provenance
    /// Counts and rates.
    package var summary: AnalysisSummary
    /// The paper's tables, one a condition.
    package var tables: [ConditionTable]
    /// The words of all but the JSON, in its language.
    package var words: ReportTexts
    /// What is shown beside the analysis.
    package var contents: PageContents

    /// A report.
    package init(
        title: String, provenance: Provenance, summary: AnalysisSummary, tables: [ConditionTable],
        words: ReportTexts, contents: PageContents = PageContents()
    ) {
        self.title = title
        self.provenance = provenance
        self.summary = summary
        self.tables = tables
        self.words = words
        self.contents = contents
    }

    /// The report's files: each table as `table-CONDITION` in Markdown, CSV and LaTeX, then all of it as `report.md`,
    /// `report.html` and `report.json`; of these, those of the wished formats.
    ///
    /// Conditions whose names become the same in a file name are distinguished by a number: `table-a-b`, `table-a-b-2`.
    package func files(_ formats: Set<ReportFormat> = Set(ReportFormat.allCases)) -> [ReportFile] {
        var files: [ReportFile] = []
        var taken: Set<String> = []
        for table in tables {
            var name = table.fileName
            var number = 1
            // File systems that do not tell cases apart would overwrite one by the other.
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                name = "\(table.fileName)-\(number)"
            }
            if formats.contains(.markdown) {
                files.append(.init(name: "\(name).md", text: table.markdown(words)))
            }
            if formats.contains(.csv) {
                files.append(.init(name: "\(name).csv", text: table.csv(words)))
            }
            if formats.contains(.latex) {
                files.append(.init(name: "\(name).tex", text: table.latex(words, label: name)))
            }
        }
        if formats.contains(.markdown) { files.append(.init(name: "report.md", text: markdown)) }
        if formats.contains(.html) { files.append(.init(name: "report.html", text: ReportPage(self).html)) }
        if formats.contains(.json) { files.append(.init(name: "report.json", text: summary.json.document)) }
        return files
    }
}
