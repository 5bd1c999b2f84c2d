extension PixelBuffer {
    /// The picture as it is to be seen, where it was stored in `orientation`.
    package func turned(_ orientation: ExifOrientation) -> PixelBuffer {
        guard orientation != .upright else { return self }
        let newWidth = orientation.exchangesSides ? height : width
        let newHeight = orientation.exchangesSides ? width : height
        var turned: [UInt8] = []
        turned.reserveCapacity(bytes.count)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                let (column, row) = source(of: x, y, orientation)
                let start = (row * width + column) * 3
                turned.append(bytes[start])
                turned.append(bytes[start + 1])
                turned.append(bytes[start + 2])
            }
        }
        return PixelBuffer(width: newWidth, height: newHeight, bytes: turned)
    }

    /// The stored column and row of the pixel that is seen at (`x`, `y`).
    private func source(of x: Int, _ y: Int, _ orientation: ExifOrientation) -> (Int, Int) {
        switch orientation {
        case .upright: (x, y)
        case .mirrored: (width - 1 - x, y)
        case .upsideDown: (width - 1 - x, height - 1 - y)
        case .flipped: (x, height - 1 - y)
        case .transposed: (y, x)
        case .turnedLeft: (y, height - 1 - x)
        case .transversed: (width - 1 - y, height - 1 - x)
        case .turnedRight: (width - 1 - y, x)
        }
    }
}
