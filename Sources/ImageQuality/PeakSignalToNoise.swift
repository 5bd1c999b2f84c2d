import Foundation
package import Pictures

/// Peak signal-to-noise ratio of two pictures of the same size in dB: 10 log10(255^2 / mean squared error), infinite for
/// equal pictures.
package enum PeakSignalToNoise {
    /// On luma without a border of 8 pixels, as papers on super-resolution report it (BT.601 in its studio range, 16 ...
    /// 235, in double precision: not rounded to 8 bits). Both pictures are wider and higher than 16 pixels.
    package static func luma(_ picture: PixelBuffer, _ reference: PixelBuffer) -> Double {
        precondition(
            picture.width == reference.width && picture.height == reference.height, "pictures of the same size")
        let pairs = zip(Plane(lumaOf: picture).samples, Plane(lumaOf: reference).samples)
        let sum = pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return decibels(sum, count: (picture.width - 16) * (picture.height - 16))
    }

    /// On red, green and blue of all pixels.
    package static func colours(_ picture: PixelBuffer, _ reference: PixelBuffer) -> Double {
        precondition(
            picture.width == reference.width && picture.height == reference.height, "pictures of the same size")
        var sum = 0
        for (mine, its) in zip(picture.bytes, reference.bytes) {
            let difference = Int(mine) - Int(its)
            sum += difference * difference
        }
        return decibels(Double(sum), count: picture.bytes.count)
    }

    private static func decibels(_ sumOfSquares: Double, count: Int) -> Double {
        10 * log10(255 * 255 * Double(count) / sumOfSquares)
    }
}
