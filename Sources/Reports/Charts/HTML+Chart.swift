extension HTML {
    /// A chart drawn for pages and for telephones, with a sentence on how to read it.
    /// - Parameters:
    ///   - caption: What stands above it; its title where the section's heading does not say that already.
    ///   - watermark: What is written behind it where votes are simulated.
    static func figure(
        _ chart: some Chart, caption: String? = nil, note: String = "", watermark: String? = nil
    ) -> String {
        """
        <figure class="card\(chart.ownWidth > 600 ? " wide" : "")">
        <figcaption>\(escaped(caption ?? chart.title))</figcaption>
        <div class="at-page">\(chart.svg(width: chart.ownWidth, watermark: watermark))</div>
        <div class="at-phone">\(chart.svg(width: ChartStyle.narrow, watermark: watermark))</div>
        \(paragraph(note, style: "note"))
        </figure>
        """
    }
}
