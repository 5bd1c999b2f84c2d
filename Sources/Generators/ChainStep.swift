package import Pictures

/// What comes of images at one step of a chain: at a stage of a generator, a bicubic enlargement, a super-resolution
/// network.
package struct ChainStep: Sendable, Hashable {
    /// What the step is, as the field calls it: `DCGAN`, `stage 1`, `bicubic`, `SRCNN`.
    package let name: String
    /// The images as they are after it, squares of one size, in order; at least one.
    package let pictures: [PixelBuffer]

    /// A step with its images.
    package init(name: String, pictures: [PixelBuffer]) {
        precondition(!pictures.isEmpty, "a step has images")
        self.name = name
        self.pictures = pictures
    }

    /// Side in pixels of the images.
    package var size: Int { pictures[0].width }
}
