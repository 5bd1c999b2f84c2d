/// The formats of a report, by the names that `--format` takes.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Markdown.
    case markdown = "md"
    /// Comma-separated values.
    case csv
    /// LaTeX with booktabs.
    case latex = "tex"
    /// One page with figures, in HTML.
    case html
    /// The analysis for programs.
    case json
}
