/// The cells that an image takes.
package struct PictureBox: Sendable, Hashable {
    /// Cells across.
    package var columns: Int
    /// Cells down.
    package var rows: Int

    /// The least a face can be judged at, in cells.
    package static let least = PictureBox(columns: 16, rows: 8)

    /// A box of `columns` x `rows` cells.
    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// The largest box in this one that keeps the shape of an image of `width` x `height` pixels to within half a cell's
    /// width. Images are enlarged to `most` times their size; blocks to one cell a pixel.
    package func fitting(
        width: Int, height: Int, cell: TerminalSize.Cell, mode: RenderMode, most: Double = 4
    ) -> PictureBox {
        let most = mode == .blocks ? Double(cell.width) : most
        let scale = min(
            most, Double(columns * cell.width) / Double(width), Double(rows * cell.height) / Double(height))
        // Rows first: they are the coarser measure.
        let fittedRows = max(1, (Double(height) * scale / Double(cell.height)).rounded(.down))
        let fittedWidth = fittedRows * Double(cell.height) * Double(width) / Double(height)
        let fittedColumns = max(1, (fittedWidth / Double(cell.width)).rounded())
        return PictureBox(columns: min(columns, Int(fittedColumns)), rows: Int(fittedRows))
    }
}
