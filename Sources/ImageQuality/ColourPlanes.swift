import Pictures

/// A square picture as three planes of red, green and blue in single precision, for a Laplacian pyramid.
///
/// Source: Burt, Adelson, "The Laplacian pyramid as a compact image code", IEEE Trans. Communications 31, 1983, with the
/// weights 1 4 6 4 1 along each axis; beyond the edge the picture is mirrored at its last pixel.
struct ColourPlanes {
    /// Width and height in pixels.
    let side: Int
    /// Red, green, blue; `3 * side * side` samples, 0 ... 255 before any difference is taken.
    private(set) var samples: [Float]

    /// The planes of a square picture.
    init(_ picture: PixelBuffer) {
        precondition(picture.width == picture.height, "a square picture")
        side = picture.width
        let pixels = side * side
        samples = [Float](unsafeUninitializedCapacity: 3 * pixels) { target, initialized in
            picture.bytes.withUnsafeBufferPointer { bytes in
                for channel in 0..<3 {
                    for pixel in 0..<pixels { target[channel * pixels + pixel] = Float(bytes[3 * pixel + channel]) }
                }
            }
            initialized = 3 * pixels
        }
    }

    private init(side: Int, fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
        self.side = side
        samples = [Float](unsafeUninitializedCapacity: 3 * side * side) { target, initialized in
            fill(UnsafeMutableBufferPointer(rebasing: target[0..<3 * side * side]))
            initialized = 3 * side * side
        }
    }

    /// The next coarser level of the Gaussian pyramid, half as wide and high.
    func halved() -> ColourPlanes {
        let half = side / 2
        let places = (0..<half).map { mirrored(2 * $0) }
        return ColourPlanes(side: half) { target in
            eachPlane { channel, source in
                withUnsafeTemporaryAllocation(of: Float.self, capacity: side * half) { rows in
                    for y in 0..<side {
                        for x in 0..<half {
                            rows[y * half + x] = Self.weighted(source, places[x], start: y * side, pitch: 1)
                        }
                    }
                    let rows = UnsafeBufferPointer(rows)
                    for y in 0..<half {
                        for x in 0..<half {
                            target[(channel * half + y) * half + x] = Self.weighted(
                                rows, places[y], start: x, pitch: half)
                        }
                    }
                }
            }
        }
    }

    /// What the picture has beyond its next coarser level: one level of the Laplacian pyramid.
    func detail() -> ColourPlanes {
        let coarse = halved().doubled()
        var detail = self
        for place in detail.samples.indices { detail.samples[place] -= coarse.samples[place] }
        return detail
    }

    /// Twice as wide and high: zeros between the samples, smoothed with four times the weights.
    private func doubled() -> ColourPlanes {
        let double = 2 * side
        return ColourPlanes(side: double) { target in
            eachPlane { channel, source in
                withUnsafeTemporaryAllocation(of: Float.self, capacity: side * double) { rows in
                    for y in 0..<side {
                        for x in 0..<side {
                            let (before, after) = neighbours(x)
                            let here = source[y * side + x]
                            let next = source[y * side + after]
                            rows[y * double + 2 * x] = (source[y * side + before] + 6 * here + next) / 8
                            rows[y * double + 2 * x + 1] = (here + next) / 2
                        }
                    }
                    for y in 0..<side {
                        let (before, after) = neighbours(y)
                        let start = (channel * double + 2 * y) * double
                        for x in 0..<double {
                            let here = rows[y * double + x]
                            let next = rows[after * double + x]
                            target[start + x] = (rows[before * double + x] + 6 * here + next) / 8
                            target[start + double + x] = (here + next) / 2
                        }
                    }
                }
            }
        }
    }

    private func eachPlane(_ body: (Int, UnsafeBufferPointer<Float>) -> Void) {
        samples.withUnsafeBufferPointer { samples in
            for channel in 0..<3 {
                body(
                    channel, UnsafeBufferPointer(rebasing: samples[channel * side * side..<(channel + 1) * side * side])
                )
            }
        }
    }

    /// The places of the five samples around `centre`, those beyond the edge mirrored at the last pixel.
    private func mirrored(_ centre: Int) -> SIMD8<Int> {
        var places = SIMD8<Int>()
        for step in 0..<5 {
            let place = abs(centre + step - 2)
            places[step] = place < side ? place : 2 * (side - 1) - place
        }
        return places
    }

    /// The samples before and after `place` once zeros lie between them: the mirror at the left is a sample, the one at the
    /// right a zero.
    private func neighbours(_ place: Int) -> (before: Int, after: Int) {
        (place == 0 ? min(1, side - 1) : place - 1, min(place + 1, side - 1))
    }

    private static func weighted(
        _ source: UnsafeBufferPointer<Float>, _ places: SIMD8<Int>, start: Int, pitch: Int
    ) -> Float {
        let outer = source[start + places[0] * pitch] + source[start + places[4] * pitch]
        let inner = source[start + places[1] * pitch] + source[start + places[3] * pitch]
        return (outer + 4 * inner + 6 * source[start + places[2] * pitch]) / 16
    }
}
