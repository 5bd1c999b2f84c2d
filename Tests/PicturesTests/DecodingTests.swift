import Foundation
import Pictures
import TestKit
import Testing

@Suite("Reading pictures")
struct DecodingTests {
    @Test(
        "every kind of PNG becomes the same RGB as elsewhere",
        arguments: [
            "rgb", "grey", "bits", "palette", "palette-transparent", "rgba", "grey-alpha", "rgb16", "interlaced",
        ])
    func png(name: String) throws {
        #expect(try Fixture.picture("\(name).png") == Fixture.picture("\(name).expected.png"))
    }

    @Test("a PNG's own samples arrive unchanged")
    func exactSamples() throws {
        let picture = try Fixture.picture("rgb16.png")
        #expect(picture.width == 21 && picture.height == 13)
        #expect(picture == (try Fixture.picture("rgb16.expected.png")))
        #expect(Set(picture.bytes).count > 100)
    }

    @Test(
        "every kind of JPEG becomes the RGB that Pillow makes of it, within one level",
        arguments: [
            "jpeg-420", "jpeg-444", "jpeg-progressive", "jpeg-grey", "jpeg-cmyk",
        ])
    func jpeg(name: String) throws {
        let difference = try Fixture.picture("\(name).jpg").largestDifference(
            to: Fixture.picture("\(name).expected.png"))
        #expect(try #require(difference) <= 1)
    }

    @Test("a photograph is turned as its Exif orientation asks", arguments: 1...8)
    func orientation(value: Int) throws {
        let name = "orientation-\(value)"
        let difference = try Fixture.picture("\(name).jpg").largestDifference(
            to: Fixture.picture("\(name).expected.png"))
        #expect(try #require(difference) <= 1)
    }

    @Test(
        "Exif data that lie about offsets turn nothing",
        arguments: [
            [], Array("Exif\0\0".utf8), Array("Exif\0\0II*\0".utf8),
            Array("Exif\0\0II*\0".utf8) + [255, 255, 255, 255],
            Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 255, 255, 1, 18],
            Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0],
        ])
    func lyingExif(bytes: [UInt8]) {
        #expect(ExifOrientation(exif: bytes) == .upright)
    }

    @Test("the bytes say what a file is, not its name")
    func misnamed() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "photo.png")
            try Data(Fixture.bytes("jpeg-444.jpg")).write(to: file)
            #expect(try PixelBuffer(contentsOf: file) == Fixture.picture("jpeg-444.jpg"))
        }
    }

    @Test("an error names the file and what was wrong")
    func errors() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "ada.jpg")
            #expect(message { try PixelBuffer(contentsOf: file) }.contains("ada.jpg: cannot be read"))
            try Data("no picture".utf8).write(to: file)
            #expect(
                message { try PixelBuffer(contentsOf: file) }.hasSuffix(
                    "ada.jpg: neither a PNG nor a JPEG file, by its first bytes"))
            try Data(Fixture.bytes("jpeg-444.jpg").dropLast(40)).write(to: file)
            #expect(
                message { try PixelBuffer(contentsOf: file) }.contains(
                    "ada.jpg: a damaged, cut off or unreadable JPEG file ("))
            #expect(message { try PixelBuffer(decoding: [], name: "empty") }.hasPrefix("empty: neither"))
        }
    }

    @Test(
        "a picture with absurd sides is refused before memory is taken",
        arguments: [
            (width: 16_385, height: 1), (width: 1, height: 16_385), (width: 16_384, height: 16_384),
            (width: 65_500, height: 65_500), (width: 900_000, height: 900_000),
        ])
    func absurd(width: Int, height: Int) throws {
        #expect(throws: PictureError.self) {
            try PixelBuffer(decoding: Self.emptyPNG(width: width, height: height), name: "huge.png")
        }
        if width <= 65_535, height <= 65_535 {
            let error = #expect(throws: PictureError.self) {
                try PixelBuffer(decoding: Self.jpeg(width: width, height: height), name: "huge.jpg")
            }
            #expect(
                error?.description.contains("huge.jpg: \(width) x \(height) pixels; the most are 16384 a side") == true)
        }
    }

    private func message(_ body: () throws -> PixelBuffer) -> String {
        do {
            _ = try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    /// A PNG that claims these sides and has no pixels.
    private static func emptyPNG(width: Int, height: Int) -> [UInt8] {
        func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
        func chunk(_ body: [UInt8]) -> [UInt8] { number(body.count - 4) + body + number(Int(checksum(body))) }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk(Array("IHDR".utf8) + number(width) + number(height) + [8, 2, 0, 0, 0]) + chunk(Array("IDAT".utf8))
    }

    /// The CRC-32 of PNG.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    /// A JPEG whose header claims these sides.
    private static func jpeg(width: Int, height: Int) throws -> [UInt8] {
        var bytes = try Fixture.bytes("jpeg-444.jpg")
        let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
        bytes.replaceSubrange(
            frame + 5..<frame + 9,
            with: [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) })
        return bytes
    }
}
