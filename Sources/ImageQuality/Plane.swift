import Pictures

/// One channel of a picture in double precision, row by row from the top left; levels as in 8 bits, 0 ... 255.
struct Plane {
    let width: Int
    let height: Int
    let samples: [Double]

    /// The luma of `picture` without a border of 8 pixels, as papers on super-resolution measure it: BT.601 in its studio
    /// range, Y = 16 + (65.481 R + 128.553 G + 24.966 B) / 255, which is not rounded to 8 bits.
    init(lumaOf picture: PixelBuffer) {
        let border = 8
        precondition(picture.width > 2 * border && picture.height > 2 * border, "more than the border of \(border)")
        width = picture.width - 2 * border
        height = picture.height - 2 * border
        samples = picture.cropped(x: border, y: border, width: width, height: height).bytes.withUnsafeBufferPointer {
            bytes in
            (0..<bytes.count / 3).map { pixel in
                let red = Double(bytes[3 * pixel])
                let green = Double(bytes[3 * pixel + 1])
                let blue = Double(bytes[3 * pixel + 2])
                return 16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255
            }
        }
    }

    /// Red (0), green (1) or blue (2) of `picture`.
    init(channel: Int, of picture: PixelBuffer) {
        width = picture.width
        height = picture.height
        samples = picture.bytes.withUnsafeBufferPointer { bytes in
            (0..<bytes.count / 3).map { Double(bytes[3 * $0 + channel]) }
        }
    }

    private init(width: Int, height: Int, samples: [Double]) {
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// Half the width and height: each sample the mean of 2 x 2 (an odd last row or column is left out).
    func halved() -> Plane {
        let half = (width: width / 2, height: height / 2)
        let means = [Double](unsafeUninitializedCapacity: half.width * half.height) { target, initialized in
            samples.withUnsafeBufferPointer { source in
                for y in 0..<half.height {
                    for x in 0..<half.width {
                        let corner = 2 * y * width + 2 * x
                        let sum =
                            source[corner] + source[corner + 1] + source[corner + width] + source[corner + width + 1]
                        target[y * half.width + x] = sum / 4
                    }
                }
            }
            initialized = half.width * half.height
        }
        return Plane(width: half.width, height: half.height, samples: means)
    }
}
