/// The formats of a report, by the names that `--format` takes.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Markdown.
    case markdown = "md"
    /// Comma-separated values.
    case csv
    /// LaTeX with booktabs.
    case latex = "tex"
    /// The analysis for programs.
    case json
}
