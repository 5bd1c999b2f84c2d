/// A chart: values with the words they need, drawn at any width.
protocol Chart {
    /// What it shows.
    var title: String { get }
    /// Its numbers in words, for those who hear the page.
    var description: String { get }
    /// The width it is drawn at where there is room.
    var ownWidth: Double { get }
    /// The drawing, `width` wide; at least ``ChartStyle/narrow``.
    func drawing(width: Double) -> Drawing
}

extension Chart {
    var ownWidth: Double { 700 }

    /// The chart as SVG, `width` wide.
    func svg(width: Double, watermark: String? = nil) -> String {
        drawing(width: width).svg(title: title, description: description, watermark: watermark)
    }
}
