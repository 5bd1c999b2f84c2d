import CPNG
import Files
package import Foundation

extension PixelBuffer {
    /// The picture as a PNG file: 8-bit RGB, Paeth filter, zlib's run lengths, no times and no texts. The same pixels give the
    /// same bytes (under the same version of zlib).
    package func pngBytes() throws(PictureError) -> [UInt8] { try pngBytes(name: "picture") }

    private func pngBytes(name: String) throws(PictureError) -> [UInt8] {
        var message = LibraryMessage()
        var count = 0
        let encoded = bytes.withUnsafeBufferPointer { source -> [UInt8]? in
            guard let start = source.baseAddress,
                let encoded = cpng_encode(
                    start, UInt32(width), UInt32(height), &count, &message.text, message.text.count)
            else { return nil }
            defer { cpng_free(encoded) }
            return Array(UnsafeBufferPointer(start: encoded, count: count))
        }
        guard let encoded else {
            throw PictureError(name: name, problem: .unencodable(message.description))
        }
        return encoded
    }

    /// Writes the picture as a PNG file, whole or not at all, over a file that is there.
    package func writePNG(to file: URL) throws(PictureError) {
        let name = file.path(percentEncoded: false)
        let bytes = try pngBytes(name: name)
        do {
            try WholeFile.write(Data(bytes), to: file)
        } catch {
            throw PictureError(name: name, problem: .unwritable(error))
        }
    }
}
