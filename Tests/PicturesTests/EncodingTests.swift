import Foundation
import Pictures
import TestKit
import Testing

@Suite("Writing pictures")
struct EncodingTests {
    @Test("what is written is read again", arguments: [(1, 1), (3, 1), (1, 7), (64, 64), (131, 17)])
    func roundTrip(width: Int, height: Int) throws {
        let picture = PixelBuffer.striped(width: width, height: height)
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "picture.png")
            try picture.writePNG(to: file)
            #expect(try PixelBuffer(contentsOf: file) == picture)
            try PixelBuffer(width: 2, height: 2, colour: RGB(1, 2, 3)).writePNG(to: file)
            #expect(try PixelBuffer(contentsOf: file).bytes == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
        }
    }

    @Test("the same pixels give the same bytes, with no times and texts in them")
    func deterministic() throws {
        let bytes = try PixelBuffer.striped(width: 64, height: 48).pngBytes()
        #expect(bytes == (try PixelBuffer.striped(width: 64, height: 48).pngBytes()))
        var kinds: Set<String> = []
        var place = 8
        while place + 8 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            kinds.insert(String(decoding: bytes[place + 4..<place + 8], as: UTF8.self))
            place += 12 + length
        }
        #expect(kinds == ["IHDR", "IDAT", "IEND"])
    }

    @Test(
        "uncompressed, the length depends on the size alone, and each row takes its filter",
        arguments: [(1, 1), (3, 1), (1, 7), (64, 64), (131, 170)])
    func stored(width: Int, height: Int) throws {
        let pictures = [PixelBuffer.striped(width: width, height: height), PixelBuffer(width: width, height: height)]
        var files: Set<[UInt8]> = []
        for seed in 0..<5 {
            let filters = (0..<height).map { UInt8(($0 * $0 + seed) % 5) }
            for picture in pictures {
                let file = try picture.storedPNGBytes(filters: filters)
                #expect(try PixelBuffer(decoding: file, name: "stored") == picture)
                files.insert(file)
            }
        }
        #expect(Set(files.map(\.count)).count == 1)
        #expect(files.count == (width == 1 || height == 1 ? 2 : 10))
        // A filter byte begins each row: after signature, header, the chunk's head, zlib's two bytes and the block's five.
        let picture = try pictures[0].storedPNGBytes(filters: [UInt8](repeating: 1, count: height))
        if width > 1, height > 1 { #expect(picture[48] == 3 && picture[48 + width * 3 + 1] == 1) }
    }

    @Test("what a killed writing left is gone after the next one; a link stays a link")
    func leftBehind() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "picture.png")
            try Data("half a pic".utf8).write(
                to: folder.appending(path: ".picture.png-\(UUID().uuidString).dotchi-part"))
            try PixelBuffer(width: 1, height: 1).writePNG(to: file)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["picture.png"])
            let link = folder.appending(path: "latest.png")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try PixelBuffer(width: 2, height: 1).writePNG(to: link)
            #expect(try PixelBuffer(contentsOf: file).width == 2)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        }
    }

    @Test("a file that cannot be written is named")
    func notWritable() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "nowhere/picture.png")
            let error = #expect(throws: PictureError.self) {
                try PixelBuffer(width: 1, height: 1).writePNG(to: file)
            }
            #expect(error?.description.contains("nowhere/picture.png: cannot be written") == true)
        }
    }
}
