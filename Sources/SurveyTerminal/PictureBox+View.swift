import Study

extension PictureBox {
    /// The largest box in this one that keeps the shape of an image under the rules of `view`.
    func fitting(
        _ image: SurveyPages.ImageSize, cell: TerminalSize.Cell, mode: RenderMode, view: ViewSettings
    ) -> PictureBox {
        fitting(
            width: image.width, height: image.height, cell: cell, mode: mode,
            most: view.mostScale(of: image, mode: mode, cell: cell))
    }

    /// The least box for an image under the rules of `view`: at least the smallest that anything can be judged in.
    static func least(
        for image: SurveyPages.ImageSize, cell: TerminalSize.Cell, mode: RenderMode, view: ViewSettings
    ) -> PictureBox {
        let width = Double(view.leastPixels(of: image, mode: mode, cell: cell))
        let wanted = max(1, (mode == .blocks ? width : width / Double(cell.width)).rounded(.up))
        let shape = Double(image.height * cell.width) / Double(image.width * cell.height)
        // Rows are whole, and a box that has them is as wide as they make it.
        let rows = max(1, (wanted * shape).rounded(.up))
        return PictureBox(
            columns: max(least.columns, Int((rows / shape).rounded(.up))), rows: max(least.rows, Int(rows)))
    }
}

extension ViewSettings {
    /// The most pixels of a terminal for each pixel of an image; blocks show one pixel in a cell at most.
    func mostScale(of image: SurveyPages.ImageSize, mode: RenderMode, cell: TerminalSize.Cell) -> Double {
        if mode == .blocks { return Double(cell.width) }
        return switch size {
        // Degrees are the page's; no terminal is asked under them.
        case .fit, .degrees: max(maxScale, Double(minimum ?? 0) / Double(image.width))
        case .pixels(let pixels): Double(pixels) / Double(max(image.width, image.height))
        case .native: 1
        }
    }

    /// The least width of an image in pixels, in cells where it is drawn with blocks; no more than the image can have.
    func leastPixels(of image: SurveyPages.ImageSize, mode: RenderMode, cell: TerminalSize.Cell) -> Int {
        let most = Double(image.width) * mostScale(of: image, mode: mode, cell: cell)
        if mode == .blocks { return min(terminalMinimum, image.width) }
        let wanted = size == .fit ? Double(minimum ?? 0) : minimum.map(Double.init) ?? most
        return Int(min(most, max(wanted, Double(terminalMinimum))))
    }
}
