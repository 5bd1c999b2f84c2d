extension PixelBuffer {
    /// The picture as a square of `side` pixels, each a copy of the nearest one: pixels stay as they are and can be seen.
    /// As Pillow's `Image.resize(size, Image.Resampling.NEAREST)`.
    ///
    /// - Parameter side: at least 1.
    package func enlargedToNearest(_ side: Int) -> PixelBuffer {
        precondition(side >= 1, "a picture has at least one pixel")
        guard width != side || height != side else { return self }
        var enlarged: [UInt8] = []
        enlarged.reserveCapacity(side * side * 3)
        for y in 0..<side {
            let row = (2 * y + 1) * height / (2 * side) * width
            for x in 0..<side {
                let start = (row + (2 * x + 1) * width / (2 * side)) * 3
                enlarged += bytes[start..<start + 3]
            }
        }
        return PixelBuffer(width: side, height: side, bytes: enlarged)
    }
}
