import Foundation
import Parallel
package import Pictures
import Randomness

/// MS-SSIM, the structural similarity of two pictures of the same size over five scales: 1 for equal pictures, 0 for
/// unlike ones.
///
/// Source: Wang, Simoncelli, Bovik, "Multi-scale structural similarity for image quality assessment", Asilomar 2003. On
/// red, green and blue; each scale is the mean of 2 x 2 pixels of the scale before (an odd last row or column is left
/// out), and a negative scale counts as 0. At scales smaller than the window of 11 x 11 the window shrinks to the picture
/// and its Gaussian with it, and the channels are averaged at each scale, as in the program that Karras et al. (ICLR 2018)
/// published for generated pictures.
package enum MultiScaleSimilarity {
    /// How much each scale counts, from the full size down: the exponents of Wang et al.
    private static let weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]

    /// The MS-SSIM of two pictures of at least 16 x 16 pixels.
    package static func colours(_ first: PixelBuffer, _ second: PixelBuffer) -> Double {
        precondition(min(first.width, first.height) >= 16, "five scales need 16 x 16 pixels")
        var planes = (0..<3).map { (Plane(channel: $0, of: first), Plane(channel: $0, of: second)) }
        var product = 1.0
        for (scale, weight) in weights.enumerated() {
            if scale > 0 { planes = planes.map { ($0.0.halved(), $0.1.halved()) } }
            let window = GaussianWindow(size: min(11, planes[0].0.width, planes[0].0.height))
            let isLast = scale == weights.count - 1
            let sum = planes.reduce(0) { sum, channel in
                let alike = LocalSimilarity(channel.0, channel.1, window: window)
                return sum + (isLast ? alike.whole : alike.contrastAndStructure)
            }
            product *= pow(max(sum / 3, 0), weight)
        }
        return product
    }

    /// How alike the pictures of a set are: the mean MS-SSIM of `pairs` pairs of different pictures, drawn at random by
    /// `seed`. The lower, the more diverse the set is; a generator that has collapsed comes near 1.
    ///
    /// Source: Odena, Olah, Shlens, "Conditional image synthesis with auxiliary classifier GANs", ICML 2017, section 4.2.
    /// - Parameters: at least two pictures of one size of at least 16 x 16 pixels; at least one pair.
    package static func mean(within pictures: [PixelBuffer], pairs: Int, seed: UInt64) -> Double {
        precondition(pictures.count >= 2 && pairs >= 1, "two pictures and a pair")
        var random = RandomStream(seed: seed, purpose: .quality)
        let drawn = (0..<pairs).map { _ in
            let first = random.below(pictures.count)
            let second = random.below(pictures.count - 1)
            return (first, second < first ? second : second + 1)
        }
        return (0..<pairs).mapOnAllCores { colours(pictures[drawn[$0].0], pictures[drawn[$0].1]) }.reduce(0, +)
            / Double(pairs)
    }
}
