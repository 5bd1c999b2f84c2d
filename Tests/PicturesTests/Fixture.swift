import Foundation
import Pictures

/// The pictures of `make_fixtures.py`.
enum Fixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func picture(_ name: String) throws -> PixelBuffer {
        try PixelBuffer(contentsOf: folder.appending(path: name))
    }
}

extension PixelBuffer {
    /// The largest difference of two samples in the same place; nil if the sizes differ.
    func largestDifference(to other: PixelBuffer) -> Int? {
        guard width == other.width, height == other.height else { return nil }
        return zip(bytes, other.bytes).map { abs(Int($0) - Int($1)) }.max()
    }

    /// A picture whose samples go through all values.
    static func striped(width: Int, height: Int) -> PixelBuffer {
        PixelBuffer(
            width: width, height: height,
            bytes: (0..<width * height * 3).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / width &* 11) })
    }
}
