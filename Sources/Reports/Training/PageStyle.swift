/// How a page of a report looks: one column of text, wider parts for pictures; light, and dark where the reader's system
/// is. Without fonts or pictures from elsewhere.
enum PageStyle {
    /// The style sheet.
    static let css = """
        :root { --page: #fcfcfa; --text: #222; --soft: #666; --line: #ddd; --card: #fff; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #161617; --text: #e6e6e4; --soft: #a0a09c; --line: #353537; --card: #1f1f21; }
        }
        * { box-sizing: border-box; }
        html { background: var(--page); color: var(--text); }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 1120px; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        header p { color: var(--soft); margin: 0; }
        h1 { font-size: 2rem; line-height: 1.2; margin: .1rem 0; font-weight: 650; }
        h2 { font-size: 1.2rem; margin: 2.75rem 0 .5rem; font-weight: 650; }
        h3 { font-size: 1rem; margin: 0 0 .25rem; font-weight: 650; }
        section > p { color: var(--soft); margin: 0 0 .9rem; max-width: 44rem; }
        ul.figures, ol.samples { list-style: none; margin: 0; padding: 0; }
        ul.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
        ul.figures li { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
          padding: .6rem 1rem; color: var(--soft); }
        ul.figures b { display: block; color: var(--text); font-size: 1.35rem; font-weight: 650; }
        ol.samples { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 1.1rem; }
        figure { margin: 0; }
        figure img { display: block; max-width: 100%; height: auto; border-radius: 3px; }
        ol.samples img { width: 100%; }
        figcaption { color: var(--soft); font-size: .875rem; padding-top: .3rem; font-variant-numeric: tabular-nums; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 1.1rem; }
        .charts figure { max-width: 600px; background: var(--card); border: 1px solid var(--line);
          border-radius: .5rem; padding: .6rem .9rem .8rem; }
        .charts figcaption { color: var(--text); font-weight: 650; padding: 0 0 .5rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 1.5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; font-size: .9rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .2rem 1.1rem .2rem 0; border-bottom: 1px solid var(--line); }
        th { font-weight: 600; vertical-align: bottom; }
        .number { text-align: right; }
        summary { cursor: pointer; color: var(--soft); margin-bottom: .5rem; }
        footer { color: var(--soft); font-size: .85rem; margin-top: 3rem; max-width: 44rem; }
        @media print { body { max-width: none; padding: 0; } figure, tr { break-inside: avoid; } }
        """
}
