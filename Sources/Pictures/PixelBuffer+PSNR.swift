import Foundation

extension PixelBuffer {
    /// Peak signal-to-noise ratio to `other` in dB: 10 log10(255^2 / MSE), the mean squared error over all three
    /// channels; infinite for equal pictures. Both must have the same size.
    package func psnr(to other: PixelBuffer) -> Double {
        precondition(width == other.width && height == other.height, "pictures of the same size")
        var sum = 0
        for (mine, its) in zip(bytes, other.bytes) {
            let difference = Int(mine) - Int(its)
            sum += difference * difference
        }
        return 10 * log10(255 * 255 * Double(bytes.count) / Double(sum))
    }
}
