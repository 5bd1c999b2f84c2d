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
        .chart { display: block; max-width: 100%; height: auto; }
        .chart text { font: \(Int(TextWidth.size))px system-ui, sans-serif; font-variant-numeric: tabular-nums;
          fill: var(--strong); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
        .chart .middle { text-anchor: middle; }
        .chart .end { text-anchor: end; }
        .chart .rule { stroke: var(--rule); }
        .chart .tick { stroke: var(--ink); }
        .chart .soft { fill: var(--ink); }
        .chart .strong { font-weight: 650; }
        .chart .by-person { stroke: var(--line-1); stroke-width: 3.2; }
        .chart .naive { stroke: var(--ink); stroke-width: 1; }
        .chart .point { fill: var(--line-1); stroke: var(--paper); stroke-width: 1.2; }
        .chart .reference { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 5 4; }
        .chart .limit { stroke: var(--alarm); stroke-width: 1.4; stroke-dasharray: 2 3; }
        .chart .group { stroke: var(--ink); stroke-width: 1.4; }
        .chart .member { fill: var(--ink); }
        .chart .bar { fill: var(--fill); }
        .chart .left-out { fill: none; stroke: var(--ink); stroke-dasharray: 3 2; }
        .chart .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.3; }
        .chart .alarm { fill: var(--alarm); stroke: var(--paper); stroke-width: 1; }
        .chart .band { fill: var(--pale); }
        .chart .edge { fill: none; stroke: var(--line-1); }
        .chart .curve { fill: none; stroke: var(--line-1); stroke-width: 1.8; }
        .chart .curve-2 { stroke: var(--line-2); stroke-dasharray: 7 3; }
        .chart .curve-3 { stroke: var(--line-3); stroke-dasharray: 2 3; }
        .chart .end-1 { fill: var(--line-1); }
        .chart .end-2 { fill: var(--line-2); }
        .chart .end-3 { fill: var(--line-3); }
        .chart text { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
        .chart .across { fill: var(--strong); stroke: none; opacity: .13; font-weight: 700; }
        .chart .beneath { font-weight: 650; }
        """
}
