import Foundation
import Pictures
import Testing

@Suite("Damaged pictures")
struct DamageTests {
    private static let files = [
        "rgb.png", "interlaced.png", "palette-transparent.png", "jpeg-420.jpg", "jpeg-progressive.jpg", "jpeg-cmyk.jpg",
    ]

    @Test("a picture that is cut off anywhere is refused", arguments: files)
    func truncated(name: String) throws {
        let bytes = try Fixture.bytes(name)
        for length in 0..<bytes.count {
            #expect(throws: PictureError.self, "\(length) of \(bytes.count) bytes") {
                try PixelBuffer(decoding: Array(bytes[0..<length]), name: name)
            }
        }
        #expect(throws: Never.self) { try PixelBuffer(decoding: bytes, name: name) }
    }

    @Test("a wrong byte anywhere gives an error or a picture of a sane size", arguments: files, [1, 0x10, 0x80, 0xFF])
    func flipped(name: String, mask: UInt8) throws {
        let bytes = try Fixture.bytes(name)
        var refused = 0
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= mask
            do {
                let picture = try PixelBuffer(decoding: damaged, name: name)
                #expect(picture.bytes.count == picture.width * picture.height * 3)
            } catch {
                #expect(error.name == name)
                refused += 1
            }
        }
        #expect(refused > 10)
    }

    @Test("many damaged bytes give an error or a picture", arguments: files)
    func shattered(name: String) throws {
        let bytes = try Fixture.bytes(name)
        var state: UInt64 = 20_240_607
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<500 {
            var damaged = bytes
            for _ in 0..<1 + next(20) { damaged[8 + next(bytes.count - 8)] = UInt8(next(256)) }
            do {
                let picture = try PixelBuffer(decoding: damaged, name: name)
                #expect(picture.bytes.count == picture.width * picture.height * 3)
            } catch {
                #expect(error.description.hasPrefix("\(name): "))
            }
        }
    }

    @Test(
        "a picture that cannot be read leaves no memory behind",
        arguments: [
            "rgba.png", "rgb.png", "jpeg-progressive.jpg",
        ])
    func leaks(name: String) throws {
        // Cut off at the end, when the libraries hold all they ever hold; the smallest part is a kilobyte.
        let bytes = Array(try Fixture.bytes(name).dropLast(14))
        func fail(_ times: Int) {
            for _ in 0..<times { #expect(throws: PictureError.self) { try PixelBuffer(decoding: bytes, name: name) } }
        }
        fail(2_000)
        // Other tests run at the same time and take memory too, but not in every round.
        for _ in 0..<5 {
            let before = try residentBytes()
            fail(20_000)
            if try residentBytes() - before < 16 << 20 { return }
        }
        Issue.record("20,000 failures take more than 16 MiB, in each of five rounds")
    }
}

/// Bytes of memory that this process has in use.
private func residentBytes() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return try #require(Int(text.split(separator: " ")[1])) * 4096
}
