import Foundation
import Pictures
import TestKit
import Testing

/// What `make.py` wrote: pictures, and what established programs measure between them.
struct Fixture: Decodable {
    struct Pair: Decodable, Sendable, CustomTestStringConvertible {
        let first: String
        let second: String
        let psnr: Double?
        let ssim: Double?
        let msssim: Double
        let pytorch: Double?

        var testDescription: String { "\(first) and \(second)" }
        var pictures: (PixelBuffer, PixelBuffer) {
            get throws { (try Fixture.picture(first), try Fixture.picture(second)) }
        }
    }

    struct Level: Decodable {
        let side: Int
        let distance: Double
    }

    let pairs: [Pair]
    let levels: [Level]

    static let folder = Project.root.appending(path: "Tests/ImageQualityTests/Fixtures")

    static func expected() throws -> Fixture {
        try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    }

    static func picture(_ name: String) throws -> PixelBuffer {
        try PixelBuffer(contentsOf: folder.appending(path: "\(name).png"))
    }

    /// The four pictures of a set, which lie side by side in one file.
    static func set(_ number: Int) throws -> [PixelBuffer] {
        let sheet = try picture("set-\(number)")
        return (0..<4).map { sheet.cropped(x: 64 * $0, y: 0, width: 64, height: 64) }
    }
}
