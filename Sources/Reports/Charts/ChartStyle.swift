/// How charts look: a style sheet for a page or for a drawing of its own. Light, and dark where the reader's system is.
enum ChartStyle {
    /// The narrowest that charts are drawn: for a telephone.
    static let narrow = 340.0

    /// The sheet. The colours of the lines are far apart in lightness, and each line has dashes of its own; whatever a
    /// mark means, its shape says too.
    static let css = """
        .chart { --ink: #444; --strong: #222; --rule: #ddd; --line-1: #1b4f9c; --line-2: #e0912a; --line-3: #6a9f58;
          --fill: #8fb0dd; --pale: #d5e2f4; --alarm: #b3261e; --paper: #fff; }
        @media screen and (prefers-color-scheme: dark) {
          .chart { --ink: #b4b4b4; --strong: #eee; --rule: #383838; --line-1: #a9cbff; --line-2: #cf7420;
            --line-3: #6fae5c; --fill: #5b83bd; --pale: #263a57; --alarm: #ff8a7d; --paper: #1f1f21; }
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
        .plot text { font-size: \(Int(TextWidth.size))px; fill: var(--strong); }
        .plot .soft { fill: var(--ink); }
        .plot .strong { font-weight: 650; }
        .plot .by-person { stroke: var(--line-1); stroke-width: 3.2; }
        .plot .naive { stroke: var(--ink); stroke-width: 1; }
        .plot .point { fill: var(--line-1); stroke: var(--paper); stroke-width: 1.2; }
        .plot .reference { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 5 4; }
        .plot .limit { stroke: var(--alarm); stroke-width: 1.4; stroke-dasharray: 2 3; }
        .plot .group { stroke: var(--ink); stroke-width: 1.4; }
        .plot .member { fill: var(--ink); }
        .plot .bar { fill: var(--fill); }
        .plot .left-out { fill: none; stroke: var(--ink); stroke-dasharray: 3 2; }
        .plot .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.3; }
        .plot .alarm { fill: var(--alarm); stroke: var(--paper); stroke-width: 1; }
        .plot .band { fill: var(--pale); }
        .plot .edge { fill: none; stroke: var(--line-1); }
        .plot .curve { fill: none; stroke: var(--line-1); stroke-width: 1.8; }
        .plot .curve-2 { stroke: var(--line-2); stroke-dasharray: 7 3; }
        .plot .curve-3 { stroke: var(--line-3); stroke-dasharray: 2 3; }
        .plot .end-1 { fill: var(--line-1); }
        .plot .end-2 { fill: var(--line-2); }
        .plot .end-3 { fill: var(--line-3); }
        .plot text { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
        .plot .across { fill: var(--strong); stroke: none; opacity: .13; font-weight: 700; }
        .plot .beneath { font-weight: 650; }
        """
}
