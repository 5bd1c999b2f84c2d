/// How a page of a report looks: one column of text, wider parts for pictures; light, and dark where the reader's system
/// is. Without fonts or pictures from elsewhere. A table that is wider than the page has a shadow at the edge behind which
/// more of it lies: covers that scroll with the table hide the shadows that stay.
enum PageStyle {
    /// The style sheet.
    static let css = """
        :root { --page: #fcfcfa; --text: #222; --soft: #666; --line: #ddd; --card: #fff; --shade: #0006; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --page: #161617; --text: #e6e6e4; --soft: #a0a09c; --line: #353537; --card: #1f1f21; --shade: #fff6; }
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
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 1.5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; font-size: .9rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        .table { overflow-x: auto; margin: 0 0 1.2rem; background:
          linear-gradient(to right, var(--page) 30%, transparent) left / 40px calc(100% + 2px) no-repeat local,
          linear-gradient(to left, var(--page) 30%, transparent) right / 40px calc(100% + 2px) no-repeat local,
          linear-gradient(to right, var(--shade), transparent) left / 14px 100% no-repeat scroll,
          linear-gradient(to left, var(--shade), transparent) right / 14px 100% no-repeat scroll; }
        .paper { margin: 0 0 1.6rem; }
        .paper .table { margin: 0 0 .4rem; }
        .paper .note { margin: .3rem 0; }
        table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .2rem 1.1rem .2rem 0; border-bottom: 1px solid var(--line); }
        th { font-weight: 600; vertical-align: bottom; word-break: keep-all; }
        .number { text-align: right; }
        td.number, td.name { white-space: nowrap; }
        td.words { min-width: 14rem; }
        th.long { min-width: 7rem; }
        details { margin: .8rem 0; }
        ul.reading { max-width: 44rem; padding-left: 1.2rem; }
        caption { text-align: left; font-weight: 650; font-size: .95rem; padding: 0 0 .35rem; }
        section > .note, .note { color: var(--soft); font-size: .875rem; max-width: 44rem; margin: .3rem 0 1.2rem; }
        .watermark { position: sticky; top: 0; z-index: 1; margin: 0 0 1.5rem; padding: .5rem 1rem; text-align: center;
          font-weight: 700; color: #1a1a1a; background: #ffd84d; border: 3px double #1a1a1a; }
        .marked { color: var(--text); font-weight: 700; margin: 0 0 .3rem; }
        section > .notice, .notice { color: var(--text); border: 1px solid var(--text); border-left-width: .5rem; padding: .5rem .9rem; margin: 1rem 0;
          max-width: 44rem; background: var(--card); }
        nav { margin: 1.25rem 0 0; font-size: .9rem; }
        nav a { color: inherit; margin-right: 1rem; white-space: nowrap; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
          padding: .7rem .9rem .8rem; margin: 0 0 1.1rem; }
        .card figcaption { color: var(--text); font-weight: 650; padding: 0 0 .5rem; font-size: .95rem; }
        .card .note { margin: .6rem 0 0; }
        @media (min-width: 1020px) {
          .card.wide { display: grid; grid-template-columns: minmax(0, 700px) minmax(0, 1fr); gap: 0 2rem; }
          .card.wide figcaption { grid-column: 1 / -1; }
        }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 0 1.1rem;
          align-items: start; }
        .pair > .wide { grid-column: 1 / -1; }
        .at-phone { display: none; }
        @media (max-width: 640px) { .at-page { display: none; } .at-phone { display: block; }
          body { padding: 1.25rem .75rem 3rem; } h1 { font-size: 1.5rem; } .card { padding: .6rem; }
          table { font-size: .8rem; } th, td { padding-right: .7rem; } caption { max-width: calc(100vw - 1.5rem); } }
        ol.images { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .9rem;
          grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
        ol.images img { width: 100%; }
        ol.images figcaption { font-size: .8rem; overflow-wrap: anywhere; }
        ol.images b { color: var(--text); }
        .absent { display: grid; place-items: center; aspect-ratio: 1; border: 1px dashed var(--soft); color: var(--soft);
          font-size: .8rem; padding: .5rem; text-align: center; border-radius: 3px; overflow-wrap: anywhere; }
        .gap { border-bottom: 1px dashed; color: var(--soft); }
        .methods p { color: var(--text); max-width: 44rem; }
        summary { cursor: pointer; color: var(--soft); margin-bottom: .5rem; }
        footer { color: var(--soft); font-size: .85rem; margin-top: 3rem; max-width: 44rem; }
        @media print {
          :root { --page: #fff; } nav { display: none; } body { max-width: none; padding: 0; font-size: 11pt; }
          figure, tr, .card { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
          .watermark { position: static; print-color-adjust: exact; }
          .table { overflow: visible; background: none; } table { font-size: 7.5pt; } th, td { padding-right: .5rem; }
          .at-page { display: block; } .at-phone { display: none; }
        }
        """
}
