/// Lines over two axes, as SVG that takes its colours from ``ChartStyle``. Lines differ in colour, lightness and dashes,
/// so that they are told apart in grey too.
struct LineChart: Hashable {
    /// What it shows, for those who hear the page.
    let title: String
    let x: ChartAxis
    let y: ChartAxis
    /// One to three lines.
    let lines: [ChartLine]

    private static let width = 480.0
    private static let height = 230.0
    private static let left = 56.0
    private static let right = 14.0
    private static let top = 26.0
    private static let bottom = 38.0
    /// Up to this many points each is a dot as well.
    private static let mostDots = 60

    /// The drawing as one element, which fills the width it is given.
    var svg: String {
        let parts = [frame] + y.marks.map(horizontal) + x.marks.map(vertical) + lines.indices.map(line) + [legend]
        return """
            <svg class="chart" viewBox="0 0 \(Self.text(Self.width)) \(Self.text(Self.height))" role="img" \
            aria-label="\(HTML.escaped(title))" xmlns="http://www.w3.org/2000/svg">
            \(parts.joined(separator: "\n"))
            </svg>
            """
    }

    /// What the axes are called.
    private var frame: String {
        let middle = (Self.left + Self.width - Self.right) / 2
        return """
            <text class="title" x="\(Self.text(Self.left))" y="12">\(HTML.escaped(y.title))</text>
            <text class="title middle" x="\(Self.text(middle))" y="\(Self.text(Self.height - 5))">\
            \(HTML.escaped(x.title))</text>
            """
    }

    /// A mark of the upright axis and the line that leads from it.
    private func horizontal(_ mark: Double) -> String {
        let y = Self.text(vertical(of: mark))
        return """
            <path class="rule" d="M\(Self.text(Self.left)) \(y)H\(Self.text(Self.width - Self.right))"/>\
            <text class="end" x="\(Self.text(Self.left - 6))" y="\(y)" dy="0.35em">\(self.y.label(mark))</text>
            """
    }

    /// A mark of the level axis.
    private func vertical(_ mark: Double) -> String {
        let x = Self.text(horizontal(of: mark))
        let base = Self.height - Self.bottom
        return """
            <path class="tick" d="M\(x) \(Self.text(base))v4"/>\
            <text class="middle" x="\(x)" y="\(Self.text(base + 16))">\(self.x.label(mark))</text>
            """
    }

    private func line(_ index: Int) -> String {
        let places = lines[index].points.map { (Self.text(horizontal(of: $0.x)), Self.text(vertical(of: $0.y))) }
        let path = places.map { "\($0.0),\($0.1)" }.joined(separator: " ")
        let dots = places.count > Self.mostDots ? [] : places.map { "<circle cx=\"\($0.0)\" cy=\"\($0.1)\" r=\"2\"/>" }
        return "<g class=\"line line-\(index + 1)\"><polyline points=\"\(path)\"/>\(dots.joined())</g>"
    }

    /// The names of the lines with a piece of each, above the right end; nothing for a line without a name.
    private var legend: String {
        var end = Self.width - Self.right
        var parts: [String] = []
        for (index, line) in lines.enumerated().reversed() where !line.name.isEmpty {
            parts.append("<text class=\"end\" x=\"\(Self.text(end))\" y=\"12\">\(HTML.escaped(line.name))</text>")
            // A character of the style's 12 units is about 6.6 wide.
            end -= Double(PlainText.width(line.name)) * 6.6 + 32
            parts.append(
                "<g class=\"line line-\(index + 1)\"><polyline points=\"\(Self.text(end)),8 \(Self.text(end + 24)),8\"/></g>"
            )
            end -= 14
        }
        return parts.joined(separator: "\n")
    }

    private func horizontal(of value: Double) -> Double {
        Self.left + x.share(of: value) * (Self.width - Self.left - Self.right)
    }

    private func vertical(of value: Double) -> Double {
        Self.height - Self.bottom - y.share(of: value) * (Self.height - Self.top - Self.bottom)
    }

    /// A length, to a tenth.
    private static func text(_ length: Double) -> String { NumberText.fixed(length, 1) }
}
