import Text

/// One picture of the whole terminal: texts at places, and boxes for images. Rows and columns count from 0.
package struct Frame: Sendable, Hashable {
    /// A line of text.
    package struct Text: Sendable, Hashable {
        /// Row.
        package var row: Int
        /// Column of its first cell.
        package var column: Int
        /// What it says; what would steer the terminal is shown.
        package var text: String
        /// How it looks.
        package var style: Style
    }

    /// How a text looks.
    package enum Style: String, Sendable {
        /// As the terminal has it.
        case plain = ""
        /// Stands out.
        case bold = "1"
        /// Stands back.
        case dim = "2"
        /// Marked.
        case marked = "1;7"
    }

    /// A box for an image.
    package struct Picture: Sendable, Hashable {
        /// Row of its upper edge.
        package var row: Int
        /// Column of its left edge.
        package var column: Int
        /// Its size.
        package var box: PictureBox
    }

    /// The texts.
    package var texts: [Text] = []
    /// The boxes: none; or left and right, in one place that of the image in view; and behind them that of a reference.
    package var pictures: [Picture] = []
    /// What is painted around the boxes.
    package var band: Band?

    /// The bytes that clear the terminal and draw the images, in one piece. They begin an update that ``ending`` ends: a
    /// terminal that knows synchronized updates shows all of it at once.
    ///
    /// - Parameter drawings: what ``PictureRenderer`` made of the images, one for each box.
    package func beginning(_ drawings: [String], mode: RenderMode) -> String {
        precondition(drawings.count == pictures.count, "one drawing a box")
        var bytes = Self.beginUpdate + "\u{1B}[0m\u{1B}[2J"
        if mode == .kitty { bytes += Self.deleteImages }
        if let band { bytes += band.rows.map(blank).joined() }
        for (picture, drawing) in zip(pictures, drawings) {
            if mode == .blocks {
                for (index, line) in drawing.split(separator: "\n").enumerated() {
                    bytes += Self.move(picture.row + index, picture.column) + line
                }
            } else {
                bytes += Self.move(picture.row, picture.column) + drawing
            }
            bytes += "\u{1B}[0m"
        }
        return bytes
    }

    /// The bytes that draw the texts, and end the update.
    package var ending: String {
        texts.map { text in
            let ground = band.flatMap { $0.rows.contains(text.row) ? ";" + $0.surround.attributes : nil } ?? ""
            return Self.move(text.row, text.column) + "\u{1B}[0;\(text.style.rawValue)\(ground)m"
                + text.text.visibleLine + "\u{1B}[0m"
        }.joined()
            + Self.endUpdate
    }

    /// The bytes that clear a row, or paint it where it is of the band: with spaces, since not every terminal clears in a colour.
    private func blank(_ row: Int) -> String {
        guard let band, band.rows.contains(row) else { return Self.move(row, 0) + "\u{1B}[2K" }
        return Self.move(row, 0) + "\u{1B}[0;\(band.surround.attributes)m" + String(repeating: " ", count: band.columns)
            + "\u{1B}[0m"
    }

    /// The bytes that draw the texts again and leave the images, for a terminal of `rows` rows.
    package func drawingTexts(rows: Int) -> String {
        let covered = Set(pictures.flatMap { $0.row..<($0.row + $0.box.rows) })
        let cleared = (0..<rows).filter { !covered.contains($0) }.map(blank).joined()
        return Self.beginUpdate + cleared + ending
    }

    /// Removes the images of kitty's protocol, which clearing leaves in some terminals.
    static let deleteImages = "\u{1B}_Ga=d,q=2\u{1B}\\"

    private static let beginUpdate = "\u{1B}[?2026h"
    private static let endUpdate = "\u{1B}[?2026l"

    private static func move(_ row: Int, _ column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }
}
