extension PixelBuffer {
    /// Pictures side by side, row by row: cells as large as the largest width and height, each picture in the middle of
    /// its cell, `gap` pixels of `background` between the cells and none around.
    ///
    /// - Parameters:
    ///   - pictures: at least one.
    ///   - columns: cells in a row, at least 1; fewer pictures make a narrower grid.
    ///   - gap: at least 0.
    package static func grid(
        _ pictures: [PixelBuffer], columns: Int, gap: Int = 2, background: RGB = .white
    ) -> PixelBuffer {
        precondition(!pictures.isEmpty && columns >= 1 && gap >= 0, "a grid has pictures and columns")
        let columns = min(columns, pictures.count)
        let rows = (pictures.count + columns - 1) / columns
        let cellWidth = pictures.map(\.width).max() ?? 1
        let cellHeight = pictures.map(\.height).max() ?? 1
        var grid = PixelBuffer(
            width: columns * (cellWidth + gap) - gap, height: rows * (cellHeight + gap) - gap, colour: background)
        for (index, picture) in pictures.enumerated() {
            let x = index % columns * (cellWidth + gap) + (cellWidth - picture.width) / 2
            let y = index / columns * (cellHeight + gap) + (cellHeight - picture.height) / 2
            grid.draw(picture, x: x, y: y)
        }
        return grid
    }

    /// The top left part of a grid of square pictures: so many columns and rows of it, or as many as there are.
    ///
    /// - Parameters:
    ///   - side: of the pictures, in pixels; this picture is a grid of such ones.
    ///   - gap: pixels between them.
    package func firstCells(columns: Int, rows: Int, side: Int, gap: Int = 2) -> PixelBuffer {
        func length(_ cells: Int, _ whole: Int) -> Int { min(cells * (side + gap) - gap, whole) }
        return cropped(x: 0, y: 0, width: length(columns, width), height: length(rows, height))
    }
}
