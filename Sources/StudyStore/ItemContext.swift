package import Foundation

/// What goes with the item that an image shows, on its way into a generation.
package struct ItemContext: Sendable, Hashable {
    /// Index of the image in the generation, from 0.
    package var index: Int
    /// A text, as the prompt that the image was made from; nil for none. Never empty.
    package var text: String?
    /// An image that the item is compared with, as a photograph that a generator was to reconstruct; nil for none.
    package var reference: Reference?

    /// What goes with the item of image `index`.
    package init(index: Int, text: String?, reference: Reference?) {
        self.index = index
        self.text = text
        self.reference = reference
    }

    /// A reference image.
    package struct Reference: Sendable, Hashable {
        /// SHA-256 of the PNG: 64 lower-case hexadecimal digits.
        package var sha256: String
        /// Width in pixels.
        package var width: Int
        /// Height in pixels.
        package var height: Int
        /// The image as PNG; nil where it was not asked for.
        package var png: Data?

        /// A reference image.
        package init(sha256: String, width: Int, height: Int, png: Data?) {
            self.sha256 = sha256
            self.width = width
            self.height = height
            self.png = png
        }
    }
}
