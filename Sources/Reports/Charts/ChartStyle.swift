/// How charts look: a style sheet for a page or for a drawing of its own. Light, and dark where the reader's system is.
enum ChartStyle {
    /// The sheet. The colours of the lines are far apart in lightness, and each line has dashes of its own.
    static let css = """
        .chart { --ink: #444; --rule: #ddd; --line-1: #1b4f9c; --line-2: #e0912a; --line-3: #6a9f58; }
        @media (prefers-color-scheme: dark) {
          .chart { --ink: #b4b4b4; --rule: #383838; --line-1: #a9cbff; --line-2: #cf7420; --line-3: #6fae5c; }
        }
        .chart { display: block; width: 100%; height: auto; }
        .chart text { font: 12px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
        .chart .middle { text-anchor: middle; }
        .chart .end { text-anchor: end; }
        .chart .rule { stroke: var(--rule); }
        .chart .tick { stroke: var(--ink); }
        .chart .line polyline { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
        .chart .line circle { fill: currentColor; }
        .chart .line-1 { color: var(--line-1); }
        .chart .line-2 { color: var(--line-2); }
        .chart .line-2 polyline { stroke-dasharray: 7 3; }
        .chart .line-3 { color: var(--line-3); }
        .chart .line-3 polyline { stroke-dasharray: 2 3; }
        """
}
