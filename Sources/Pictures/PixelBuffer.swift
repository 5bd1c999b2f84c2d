/// A picture in memory: 8-bit RGB, row by row from the top left, three bytes a pixel, without gaps.
package struct PixelBuffer: Sendable, Hashable {
    /// Width in pixels; at least 1.
    package let width: Int
    /// Height in pixels; at least 1.
    package let height: Int
    /// The samples: red, green, blue of pixel (0, 0), then of (1, 0); `width * height * 3` bytes.
    package private(set) var bytes: [UInt8]

    /// A picture of `width` x `height` pixels with these samples, `width * height * 3` bytes.
    package init(width: Int, height: Int, bytes: [UInt8]) {
        precondition(width >= 1 && height >= 1, "a picture has at least one pixel")
        precondition(bytes.count == width * height * 3, "three bytes a pixel")
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// A picture of `width` x `height` pixels of one colour.
    package init(width: Int, height: Int, colour: RGB = .black) {
        precondition(width >= 1 && height >= 1, "a picture has at least one pixel")
        self.width = width
        self.height = height
        if colour.red == colour.green, colour.green == colour.blue {
            bytes = [UInt8](repeating: colour.red, count: width * height * 3)
        } else {
            bytes = []
            bytes.reserveCapacity(width * height * 3)
            for _ in 0..<width * height { bytes += [colour.red, colour.green, colour.blue] }
        }
    }

    /// The colour of the pixel `x` from the left (0 ..< `width`) and `y` from the top (0 ..< `height`).
    package subscript(x: Int, y: Int) -> RGB {
        get {
            let start = offset(x, y)
            return RGB(bytes[start], bytes[start + 1], bytes[start + 2])
        }
        set {
            let start = offset(x, y)
            bytes[start] = newValue.red
            bytes[start + 1] = newValue.green
            bytes[start + 2] = newValue.blue
        }
    }

    /// Lays `picture` over this one, its top left pixel at (`x`, `y`); it must lie inside.
    package mutating func draw(_ picture: PixelBuffer, x: Int, y: Int) {
        precondition(x >= 0 && y >= 0 && x + picture.width <= width && y + picture.height <= height, "lies inside")
        for row in 0..<picture.height {
            let source = row * picture.width * 3
            let target = ((y + row) * width + x) * 3
            bytes.replaceSubrange(
                target..<target + picture.width * 3, with: picture.bytes[source..<source + picture.width * 3])
        }
    }

    private func offset(_ x: Int, _ y: Int) -> Int {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "pixel (\(x), \(y)) of \(width) x \(height)")
        return (y * width + x) * 3
    }
}
