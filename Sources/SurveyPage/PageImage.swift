/// An image of a pool, as the page needs it.
package struct PageImage: Sendable, Hashable {
    /// SHA-256 of the file, 64 lower-case hexadecimal digits: images of the same hash are one file of the page.
    package let sha256: String
    /// The file, a PNG.
    package let png: [UInt8]

    /// An image.
    package init(sha256: String, png: [UInt8]) {
        self.sha256 = sha256
        self.png = png
    }
}
