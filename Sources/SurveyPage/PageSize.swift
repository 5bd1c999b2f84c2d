/// How large a page will be, known before anything is written.
package struct PageSize: Sendable, Hashable {
    /// Image files, or images in the single file.
    package let images: Int
    /// The different sizes of images in pixels, as "128x128"; where there are several, a file's header tells which it is.
    package let pixels: [String]
    /// Bytes of all images as they are written.
    package let bytes: Int

    /// The size of the page with these images.
    init(_ images: PageImages, singleFile: Bool) {
        self.images = images.names.count
        pixels = images.sizes.sorted { ($0.width, $0.height) < ($1.width, $1.height) }.map {
            "\($0.width)x\($0.height)"
        }
        // Base64 takes four bytes for three.
        bytes = images.bytes { singleFile ? ($0 + 2) / 3 * 4 : $0 }
    }
}
