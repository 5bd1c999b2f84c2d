import Pictures
import Testing

@Suite("Resizing")
struct ResizingTests {
    @Test(
        "resizing gives Pillow's samples",
        arguments: [
            (16, 9), (10, 23), (37, 7), (36, 22), (74, 46), (81, 30), (20, 64), (1, 1), (3, 100),
        ])
    func pillow(width: Int, height: Int) throws {
        let resized = try Fixture.picture("resize-37x23.png").resized(width: width, height: height)
        #expect(resized == (try Fixture.picture("resize-37x23-\(width)x\(height).png")))
    }

    @Test("a photograph's square in a network's size is Pillow's", arguments: [64, 128])
    func squares(side: Int) throws {
        let resized = try Fixture.picture("resize-160x160.png").resized(side)
        #expect(resized == (try Fixture.picture("resize-160x160-\(side)x\(side).png")))
    }

    @Test("the same size is the same picture")
    func identity() throws {
        let picture = PixelBuffer.striped(width: 19, height: 7)
        #expect(picture.resized(width: 19, height: 7) == picture)
    }

    @Test("one colour stays this colour in every size", arguments: [0, 1, 127, 254, 255] as [UInt8])
    func constant(level: UInt8) {
        let picture = PixelBuffer(width: 33, height: 21, colour: RGB(level, level, 255 - level))
        for (width, height) in [(5, 3), (100, 80), (33, 64), (7, 21)] {
            let expected = PixelBuffer(width: width, height: height, colour: RGB(level, level, 255 - level))
            #expect(picture.resized(width: width, height: height) == expected)
        }
    }
}
