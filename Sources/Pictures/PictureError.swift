package import Files

/// A picture that cannot be read or written.
package struct PictureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, or whatever the caller called the bytes.
    package let name: String
    /// What was wrong.
    package let problem: Problem

    /// `problem` with the picture called `name`.
    package init(name: String, problem: Problem) {
        self.name = name
        self.problem = problem
    }

    /// What can be wrong with a picture.
    package enum Problem: Sendable, Hashable {
        /// The file cannot be read; the system's reason.
        case unreadable(FileFault)
        /// The file cannot be written; the system's reason.
        case unwritable(FileFault)
        /// The bytes begin like neither PNG nor JPEG.
        case unknownFormat
        /// The bytes are damaged, cut off, or of a kind the library cannot read; the library's reason.
        case undecodable(PictureFormat, String)
        /// More pixels than `PixelBuffer.maximumSide` and `maximumPixels` allow.
        case tooLarge(width: Int, height: Int)
        /// The file is longer than `PixelBuffer.maximumFileSize`; its length in bytes.
        case tooLong(Int)
        /// Smaller than what is to be cut out of it.
        case smallerThanCrop(width: Int, height: Int, crop: Int)
        /// libpng could not encode the picture; its reason.
        case unencodable(String)
    }

    /// The problem in one sentence, the file's name first.
    package var description: String { "\(name): \(problem)" }
}

extension PictureError.Problem: CustomStringConvertible {
    /// The problem in words, without the file's name.
    package var description: String {
        switch self {
        case .unreadable(let fault):
            "cannot be read (\(fault))"
        case .unwritable(let fault):
            "cannot be written (\(fault))"
        case .unknownFormat:
            "neither a PNG nor a JPEG file, by its first bytes"
        case .undecodable(let format, let reason):
            "a damaged, cut off or unreadable \(format.rawValue) file (\(reason))"
        case .tooLarge(let width, let height):
            "\(width) x \(height) pixels; the most are \(PixelBuffer.maximumSide) a side and "
                + "\(PixelBuffer.maximumPixels) in all"
        case .tooLong(let count):
            "\(count) bytes; the most are \(PixelBuffer.maximumFileSize)"
        case .smallerThanCrop(let width, let height, let crop):
            "\(width) x \(height) pixels, too small for a crop of \(crop) x \(crop)"
        case .unencodable(let reason):
            "cannot be written as PNG (\(reason))"
        }
    }
}
