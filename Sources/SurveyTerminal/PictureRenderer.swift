import CChafa
package import Pictures

/// Makes the characters that show a picture in a terminal, by libchafa.
package struct PictureRenderer: Sendable {
    /// How the terminal shows pictures.
    package let mode: RenderMode
    /// The colours of blocks.
    package let colors: BlockColors

    /// A renderer for a terminal of that mode.
    package init(mode: RenderMode, colors: BlockColors) {
        self.mode = mode
        self.colors = colors
    }

    /// The characters that fill `box` with `image`: for blocks one line a row, else one sequence drawn from the cursor.
    ///
    /// - Throws: ``SurveyTerminalError/notDrawn(width:height:)`` where libchafa gives nothing.
    package func draw(
        _ image: PixelBuffer, box: PictureBox, cell: TerminalSize.Cell
    ) throws(SurveyTerminalError) -> String {
        var length = 0
        let drawn = image.bytes.withUnsafeBufferPointer { pixels in
            pixels.baseAddress.flatMap { base in
                cchafa_draw(
                    base, Int32(image.width), Int32(image.height), native, Int32(box.columns), Int32(box.rows),
                    Int32(cell.width), Int32(cell.height), &length)
            }
        }
        guard let drawn else { throw .notDrawn(width: image.width, height: image.height) }
        defer { cchafa_free(drawn) }
        return drawn.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    /// Pixels across at which an image in `box` is shown; for blocks, cells across.
    package func shownPixels(box: PictureBox, cell: TerminalSize.Cell) -> Int {
        mode == .blocks ? box.columns : box.columns * cell.width
    }

    private var native: cchafa_mode {
        switch mode {
        case .kitty: CCHAFA_KITTY
        case .iterm: CCHAFA_ITERM
        case .sixel: CCHAFA_SIXEL
        case .blocks: colors == .truecolor ? CCHAFA_BLOCKS_TRUECOLOR : CCHAFA_BLOCKS_256
        }
    }
}
