/// A file format that pictures are read from.
package enum PictureFormat: String, Sendable {
    /// Portable Network Graphics (W3C Recommendation, 2003).
    case png = "PNG"
    /// JPEG (ITU-T T.81), baseline or progressive, 8 bits.
    case jpeg = "JPEG"

    /// The format whose signature `bytes` begin with, or nil. The name of a file says nothing here.
    package init?(of bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else {
            return nil
        }
    }
}
