import CJPEG
import CPNG
import Files
package import Foundation

extension PixelBuffer {
    /// The longest side of a picture that is read, in pixels.
    package static let maximumSide = 16_384
    /// The most pixels of a picture that is read.
    package static let maximumPixels = 100_000_000
    /// The longest file that is read, in bytes.
    package static let maximumFileSize = 256 << 20

    /// Decodes a PNG or JPEG file in memory; which of them, its first bytes say.
    ///
    /// Grey, palette and 16-bit pictures become 8-bit RGB; what is transparent shows white; gamma and colour profiles
    /// are not applied. CMYK is converted without a profile. A JPEG is turned as its Exif orientation asks.
    /// - Parameter name: what to call it in errors.
    /// - Throws: `PictureError` for other formats, for data that are damaged or cut off anywhere, and beyond the limits
    ///   above, which are checked before memory is taken.
    package init(decoding bytes: [UInt8], name: String) throws(PictureError) {
        do throws(PictureError.Problem) {
            guard bytes.count <= Self.maximumFileSize else { throw PictureError.Problem.tooLong(bytes.count) }
            switch PictureFormat(of: bytes) {
            case .png: self = try Self.decodePNG(bytes)
            case .jpeg: self = try Self.decodeJPEG(bytes)
            case nil: throw .unknownFormat
            }
        } catch {
            throw PictureError(name: name, problem: error)
        }
    }

    /// Reads and decodes a PNG or JPEG file, as `init(decoding:name:)` does.
    package init(contentsOf file: URL) throws(PictureError) {
        let name = file.path(percentEncoded: false)
        let bytes: [UInt8]
        do {
            let length = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard length <= Self.maximumFileSize else {
                throw PictureError(name: name, problem: .tooLong(length))
            }
            bytes = [UInt8](try RegularFile.bytes(of: file))
        } catch let error as PictureError {
            throw error
        } catch {
            throw PictureError(name: name, problem: .unreadable(FileFault(error)))
        }
        try self.init(decoding: bytes, name: name)
    }

    private static func decodePNG(_ bytes: [UInt8]) throws(PictureError.Problem) -> PixelBuffer {
        var message = LibraryMessage()
        return try bytes.withUnsafeBufferPointer { (source) throws(PictureError.Problem) in
            guard let start = source.baseAddress,
                let reader = cpng_reader_open(start, source.count, &message.text, message.text.count)
            else { throw .undecodable(.png, message.description) }
            defer { cpng_reader_close(reader) }
            let width = Int(cpng_reader_width(reader))
            let height = Int(cpng_reader_height(reader))
            return try filled(width: width, height: height) { (target, count) throws(PictureError.Problem) in
                guard cpng_reader_decode(reader, target, count, &message.text, message.text.count) == 0 else {
                    throw .undecodable(.png, message.description)
                }
            }
        }
    }

    private static func decodeJPEG(_ bytes: [UInt8]) throws(PictureError.Problem) -> PixelBuffer {
        var message = LibraryMessage()
        return try bytes.withUnsafeBufferPointer { (source) throws(PictureError.Problem) in
            guard let start = source.baseAddress,
                let reader = cjpeg_reader_open(start, source.count, &message.text, message.text.count)
            else { throw .undecodable(.jpeg, message.description) }
            defer { cjpeg_reader_close(reader) }
            var exifCount = 0
            let exif = UnsafeBufferPointer(start: cjpeg_reader_exif(reader, &exifCount), count: exifCount)
            let orientation = ExifOrientation(exif: Array(exif))
            let width = Int(cjpeg_reader_width(reader))
            let height = Int(cjpeg_reader_height(reader))
            let picture = try filled(width: width, height: height) { (target, count) throws(PictureError.Problem) in
                guard cjpeg_reader_decode(reader, target, count, &message.text, message.text.count) == 0 else {
                    throw .undecodable(.jpeg, message.description)
                }
            }
            return picture.turned(orientation)
        }
    }

    /// A picture whose samples `fill` writes, after the size has been checked.
    private static func filled(
        width: Int, height: Int, _ fill: (UnsafeMutablePointer<UInt8>, Int) throws(PictureError.Problem) -> Void
    ) throws(PictureError.Problem) -> PixelBuffer {
        guard width <= maximumSide, height <= maximumSide, width * height <= maximumPixels else {
            throw .tooLarge(width: width, height: height)
        }
        var bytes = [UInt8](repeating: 0, count: width * height * 3)
        try bytes.withUnsafeMutableBufferPointer { (target) throws(PictureError.Problem) in
            guard let start = target.baseAddress else { throw .tooLarge(width: width, height: height) }
            try fill(start, target.count)
        }
        return PixelBuffer(width: width, height: height, bytes: bytes)
    }
}

extension PictureError.Problem: Error {}
