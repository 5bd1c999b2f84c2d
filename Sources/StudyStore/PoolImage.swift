package import Foundation

/// An image on its way into a generation of a pool.
package struct PoolImage: Sendable, Hashable {
    /// Index in the generation, from 0.
    package var index: Int
    /// Where the image comes from.
    package var origin: Origin
    /// SHA-256 of `png`: 64 lower-case hexadecimal digits.
    package var sha256: String
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int
    /// The image as PNG.
    package var png: Data

    /// An image.
    package init(index: Int, origin: Origin, sha256: String, width: Int, height: Int, png: Data) {
        self.index = index
        self.origin = origin
        self.sha256 = sha256
        self.width = width
        self.height = height
        self.png = png
    }

    /// Where an image comes from.
    package enum Origin: Sendable, Hashable {
        /// Generated from latent vector `number` of `seed`.
        case latent(number: Int, seed: UInt64)
        /// Imported from a file, whose name without folder and ending is `stem`.
        case file(stem: String)
    }
}
