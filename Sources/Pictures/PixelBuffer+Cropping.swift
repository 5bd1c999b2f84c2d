extension PixelBuffer {
    /// The central square of `side` pixels, or the largest one. Where the rest is odd, the larger part is cut off at the
    /// right and at the bottom.
    ///
    /// - Parameter side: 1 ... the shorter side.
    package func centralSquare(_ side: Int? = nil) -> PixelBuffer {
        let side = side ?? min(width, height)
        return cropped(x: (width - side) / 2, y: (height - side) / 2, width: side, height: side)
    }

    /// The part of `width` x `height` pixels whose top left pixel is (`x`, `y`); it must lie inside.
    package func cropped(x: Int, y: Int, width: Int, height: Int) -> PixelBuffer {
        precondition(
            x >= 0 && y >= 0 && x + width <= self.width && y + height <= self.height,
            "\(width) x \(height) from (\(x), \(y)) lie inside \(self.width) x \(self.height)")
        if width == self.width, height == self.height { return self }
        var part: [UInt8] = []
        part.reserveCapacity(width * height * 3)
        for row in y..<y + height {
            let start = (row * self.width + x) * 3
            part += bytes[start..<start + width * 3]
        }
        return PixelBuffer(width: width, height: height, bytes: part)
    }
}
