/// The grey that a terminal is painted around the images.
package struct Surround: Sendable, Hashable {
    /// Its level as it is painted, 0 ... 255.
    package let level: Int
    private let paint: String
    private let ink: String

    /// The grey of that level, or the nearest to it that the terminal has.
    package init(level: Int, colors: BlockColors) {
        let isBright = level > 117
        switch colors {
        case .truecolor:
            self.level = level
            paint = "48;2;\(level);\(level);\(level)"
            ink = isBright ? "38;2;0;0;0" : "38;2;255;255;255"
        case .indexed:
            // xterm's 256 colours: black and white of the cube, and 24 greys from 8 to 238 in steps of 10.
            let greys = [(16, 0), (231, 255)] + (0..<24).map { (232 + $0, 8 + 10 * $0) }
            let nearest = greys.min { abs($0.1 - level) < abs($1.1 - level) } ?? (244, 128)
            self.level = nearest.1
            paint = "48;5;\(nearest.0)"
            ink = isBright ? "38;5;16" : "38;5;231"
        }
    }

    /// The attributes of texts on it (SGR), after others.
    var attributes: String { "\(ink);\(paint)" }
}

extension Frame {
    /// Rows that are painted from edge to edge.
    package struct Band: Sendable, Hashable {
        /// The rows.
        package var rows: Range<Int>
        /// How wide they are, in cells.
        package var columns: Int
        /// Their grey.
        package var surround: Surround
    }
}
