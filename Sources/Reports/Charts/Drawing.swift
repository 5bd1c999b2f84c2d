/// An SVG drawing in the making, in units that are a page's pixels where it is shown at its own width. It takes its
/// colours from ``ChartStyle``; what a mark means never rests on colour alone.
struct Drawing {
    /// Its width.
    let width: Double
    /// Its height, which the chart that draws it knows when it is done.
    var height = 0.0
    private var elements: [String] = []

    /// Nothing drawn yet.
    init(width: Double) { self.width = width }

    /// A place.
    struct Place: Hashable {
        var x: Double
        var y: Double
    }

    /// Where text stands to its place.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// A mark's shape.
    enum Shape {
        case circle
        case square
        case diamond
        case triangle
    }

    /// One line of text with its middle at the place's height. Beyond `limit` it is shortened and whole in its tooltip.
    mutating func text(
        _ text: String, at place: Place, _ anchor: Anchor = .start, style: String = "", limit: Double = .infinity
    ) {
        let line = PlainText.oneLine(text)
        let shown = TextWidth.shortened(line, to: limit)
        let tip = shown == line ? "" : "<title>\(HTML.escaped(line))</title>"
        let classes = [anchor == .start ? "" : anchor.rawValue, style].filter { !$0.isEmpty }.joined(separator: " ")
        add(
            "text", style: classes, "x=\"\(Self.text(place.x))\" y=\"\(Self.text(place.y))\" dy=\"0.35em\"",
            HTML.escaped(shown) + tip)
    }

    /// A straight line.
    mutating func line(from start: Place, to end: Place, style: String) {
        add(
            "path", style: style,
            "d=\"M\(Self.text(start.x)) \(Self.text(start.y))L\(Self.text(end.x)) \(Self.text(end.y))\"")
    }

    /// A line through places; nothing of fewer than two.
    mutating func path(_ places: [Place], style: String) {
        guard places.count > 1 else { return }
        let points = places.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
        add("polyline", style: style, "points=\"\(points)\"")
    }

    /// The area that the places go around; nothing of fewer than three.
    mutating func area(_ places: [Place], style: String) {
        guard places.count > 2 else { return }
        let points = places.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
        add("polygon", style: style, "points=\"\(points)\"")
    }

    /// A rectangle; a width or height below 0 is 0.
    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, style: String) {
        add(
            "rect", style: style,
            "x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(max(0, width)))\" "
                + "height=\"\(Self.text(max(0, height)))\"")
    }

    /// A mark of a radius around a place.
    mutating func mark(_ shape: Shape, at place: Place, radius: Double = 4, style: String) {
        func around(_ steps: [(x: Double, y: Double)]) -> [Place] {
            steps.map { Place(x: place.x + $0.x * radius, y: place.y + $0.y * radius) }
        }
        switch shape {
        case .circle:
            add(
                "circle", style: style,
                "cx=\"\(Self.text(place.x))\" cy=\"\(Self.text(place.y))\" r=\"\(Self.text(radius))\"")
        case .square: area(around([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]), style: style)
        case .diamond: area(around([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]), style: style)
        case .triangle: area(around([(0, -1.2), (1.2, 0.9), (-1.2, 0.9)]), style: style)
        }
    }

    /// A level interval at a height: a line with or without upright ends.
    mutating func interval(_ low: Double, _ high: Double, y: Double, ends: Double = 0, style: String) {
        line(from: Place(x: low, y: y), to: Place(x: high, y: y), style: style)
        guard ends > 0 else { return }
        for x in [low, high] {
            line(from: Place(x: x, y: y - ends), to: Place(x: x, y: y + ends), style: style)
        }
    }

    /// The drawing as one element, no wider than its own width.
    /// - Parameters:
    ///   - title: What it shows, for those who hear the page.
    ///   - description: Its numbers in words, for the same.
    ///   - watermark: What is written behind it and beneath it where votes are simulated.
    func svg(title: String, description: String, watermark: String? = nil) -> String {
        var marked = self
        if let watermark { marked.write(watermark) }
        let heard = watermark.map { "\($0). " } ?? ""
        return """
            <svg class="chart" viewBox="0 0 \(Self.text(marked.width)) \(Self.text(marked.height))" \
            width="\(Self.text(marked.width))" role="img" xmlns="http://www.w3.org/2000/svg">
            <title>\(HTML.escaped(title))</title>
            <desc>\(HTML.escaped(heard + description))</desc>
            \(marked.elements.joined(separator: "\n"))
            </svg>
            """
    }

    /// Writes a watermark large and pale across the middle, behind everything, and legibly beneath it.
    private mutating func write(_ watermark: String) {
        let across = watermark.split(separator: " – ").first.map(String.init) ?? watermark
        // Turned by 12 degrees, a text is a fifth of its width higher.
        let length = max(1, TextWidth.of(across))
        let scale = min(3, 0.8 * width / length, 0.9 * height / (0.21 * length + TextWidth.size))
        let turned = "translate(\(Self.text(width / 2)) \(Self.text(height / 2))) rotate(-12)"
        elements.insert(
            "<text class=\"across middle\" aria-hidden=\"true\" transform=\"\(turned) scale(\(Self.text(scale)))\">"
                + "\(HTML.escaped(across))</text>", at: 0)
        // The words before a dash and those after it stand on lines of their own where one line has no room.
        let lines = TextWidth.of(watermark) < width ? [watermark] : watermark.split(separator: " – ").map(String.init)
        for line in lines {
            text(line, at: Place(x: width / 2, y: height + 8), .middle, style: "beneath")
            height += 18
        }
        height += 2
    }

    private mutating func add(_ element: String, style: String, _ attributes: String, _ content: String? = nil) {
        let style = style.isEmpty ? "" : " class=\"\(style)\""
        let end = content.map { ">\($0)</\(element)>" } ?? "/>"
        elements.append("<\(element)\(style) \(attributes)\(end)")
    }

    /// A length, to a tenth.
    private static func text(_ length: Double) -> String {
        precondition(length.isFinite, "a drawing has no place \(length)")
        let text = NumberText.fixed(length, 1)
        return text == "-0.0" ? "0" : text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
