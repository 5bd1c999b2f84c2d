import Pictures
import Testing

@Suite("Crops, grids, differences")
struct CompositionTests {
    @Test("the central square is in the middle, the larger rest right and below")
    func crop() {
        let picture = PixelBuffer.striped(width: 9, height: 6)
        let square = picture.centralSquare(3)
        #expect(square.width == 3 && square.height == 3)
        for y in 0..<3 {
            for x in 0..<3 { #expect(square[x, y] == picture[x + 3, y + 1]) }
        }
        let largest = picture.centralSquare()
        #expect(largest.width == 6 && largest.height == 6)
        #expect(largest[0, 0] == picture[1, 0])
        #expect(picture.cropped(x: 0, y: 0, width: 9, height: 6) == picture)
    }

    @Test("a grid holds every picture in its cell, and the background between them")
    func grid() {
        let colours = (1...5).map { RGB(UInt8($0), 0, 0) }
        let pictures = colours.map { PixelBuffer(width: 2, height: 3, colour: $0) }
        let grid = PixelBuffer.grid(pictures, columns: 3, gap: 1, background: RGB(0, 9, 0))
        #expect(grid.width == 8 && grid.height == 7)
        for (index, colour) in colours.enumerated() {
            let x = index % 3 * 3
            let y = index / 3 * 4
            #expect(grid[x, y] == colour && grid[x + 1, y + 2] == colour)
        }
        #expect(grid[2, 0] == RGB(0, 9, 0) && grid[0, 3] == RGB(0, 9, 0) && grid[7, 6] == RGB(0, 9, 0))
    }

    @Test(
        "enlarged to the nearest pixel, a picture has the pixels that Pillow gives it, and no others",
        arguments: [
            (3, [0, 1, 2]), (5, [0, 0, 1, 2, 2]), (6, [0, 0, 1, 1, 2, 2]), (7, [0, 0, 1, 1, 1, 2, 2]), (2, [0, 2]),
        ])
    func nearest(side: Int, sources: [Int]) {
        let picture = PixelBuffer.striped(width: 3, height: 3)
        let enlarged = picture.enlargedToNearest(side)
        #expect(enlarged.width == side && enlarged.height == side)
        for y in 0..<side {
            for x in 0..<side { #expect(enlarged[x, y] == picture[sources[x], sources[y]]) }
        }
    }

    @Test("smaller pictures stand in the middle of their cells, and few pictures make a narrow grid")
    func unequal() {
        let grid = PixelBuffer.grid(
            [PixelBuffer(width: 5, height: 5, colour: .black), PixelBuffer(width: 1, height: 3, colour: .black)],
            columns: 8, gap: 0)
        #expect(grid.width == 10 && grid.height == 5)
        #expect(grid[7, 1] == .black && grid[7, 0] == .white && grid[6, 2] == .white)
    }
}
