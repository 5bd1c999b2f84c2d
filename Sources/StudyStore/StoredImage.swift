import Crypto
import Foundation
import Study

/// An image as it was recorded, and the bytes that are there now.
struct StoredImage {
    /// SHA-256 of the PNG.
    let sha256: String
    /// Width in pixels.
    let width: Int
    /// Height in pixels.
    let height: Int
    /// The PNG.
    let png: Data

    /// Whether the bytes are those that were recorded.
    var isWhole: Bool { hexadecimal(SHA256.hash(data: png)) == sha256 }

    /// What is wrong with it; nil where the bytes are those that were recorded, and a PNG of that size.
    var fault: String? {
        guard isWhole else { return "its bytes are not those that were recorded (their SHA-256 differs)" }
        let start = png.startIndex
        guard png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), png.count >= 24,
            png[start + 12..<start + 16].elementsEqual("IHDR".utf8)
        else { return "it is no PNG file" }
        func number(_ place: Int) -> Int { png[start + place..<start + place + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(16), number(20))
        guard width == self.width, height == self.height else {
            return "it is \(width)x\(height) and recorded as \(self.width)x\(self.height)"
        }
        return nil
    }
}
