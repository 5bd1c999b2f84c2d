import CPNG
import Files
package import Foundation

extension PixelBuffer {
    /// The picture as a PNG file: 8-bit RGB, Paeth filter, zlib's run lengths, no times and no texts. The same pixels give the
    /// same bytes (under the same version of zlib).
    package func pngBytes() throws(PictureError) -> [UInt8] { try pngBytes(name: "picture") }

    private func pngBytes(name: String) throws(PictureError) -> [UInt8] {
        try encoded(name: name) { start, count, message in
            cpng_encode(start, UInt32(width), UInt32(height), &count, &message.text, message.text.count)
        }
    }

    /// The picture as an uncompressed PNG file: 8-bit RGB, one IDAT chunk, no times and no texts. The length of the file and
    /// of its chunks depends on width and height alone, never on what the picture shows.
    ///
    /// - Parameter filters: The filter of each row, 0 (none) to 4 (Paeth): the same pixels in other bytes. The first row takes
    ///   one of the last three, and a picture of a single row or column none.
    package func storedPNGBytes(filters: [UInt8]) throws(PictureError) -> [UInt8] {
        precondition(filters.count == height && filters.allSatisfy { $0 <= 4 }, "a filter of each row")
        return try encoded(name: "picture") { start, count, message in
            cpng_encode_stored(
                start, UInt32(width), UInt32(height), filters, &count, &message.text, message.text.count)
        }
    }

    private func encoded(
        name: String, by encode: (UnsafePointer<UInt8>, inout Int, inout LibraryMessage) -> UnsafeMutablePointer<UInt8>?
    ) throws(PictureError) -> [UInt8] {
        var message = LibraryMessage()
        var count = 0
        let encoded = bytes.withUnsafeBufferPointer { source -> [UInt8]? in
            guard let start = source.baseAddress, let encoded = encode(start, &count, &message) else { return nil }
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
