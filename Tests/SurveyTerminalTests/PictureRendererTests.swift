import Foundation
import Pictures
import Study
import SurveyTerminal
import Testing

@Suite("Pictures in a terminal")
struct PictureRendererTests {
    private static let cell = TerminalSize.Cell(width: 8, height: 16)
    private static let box = PictureBox(columns: 12, rows: 6)

    // Red above, blue below.
    private static var flag: PixelBuffer {
        var picture = PixelBuffer(width: 96, height: 96, colour: RGB(255, 0, 0))
        picture.draw(PixelBuffer(width: 96, height: 48, colour: RGB(0, 0, 255)), x: 0, y: 48)
        return picture
    }

    private func draw(_ mode: RenderMode, _ colors: BlockColors = .truecolor, box: PictureBox = box) throws -> String {
        try PictureRenderer(mode: mode, colors: colors).draw(Self.flag, box: box, cell: Self.cell)
    }

    @Test(
        "blocks are exactly as many lines and cells as the box, in the picture's own colours",
        arguments: [
            PictureBox(columns: 12, rows: 6), .init(columns: 1, rows: 1), .init(columns: 33, rows: 16),
        ])
    func blocks(box: PictureBox) throws {
        let lines = try draw(.blocks, box: box).split(separator: "\n")
        #expect(lines.count == box.rows)
        for line in lines {
            let plain = line.replacing(/\e\[[0-9;]*m/, with: "")
            #expect(plain.count == box.columns)
            #expect(!plain.contains("\u{1B}"))
        }
        guard box.rows > 1 else { return }
        #expect(lines.first?.contains("255;0;0") == true)
        #expect(lines.last?.contains("0;0;255") == true)
    }

    @Test("where only 256 colours are promised, no others are used")
    func indexed() throws {
        let drawn = try draw(.blocks, .indexed)
        #expect(drawn.contains("8;5;196"))
        #expect(!drawn.contains("8;2;"))
    }

    @Test("sixels have the size of the box in pixels")
    func sixel() throws {
        let drawn = try draw(.sixel)
        #expect(drawn.hasPrefix("\u{1B}P"))
        #expect(drawn.hasSuffix("\u{1B}\\"))
        #expect(drawn.contains("\"1;1;96;96"))
    }

    @Test("kitty gets all pixels, in the size of the box in cells, and is not asked to answer")
    func kitty() throws {
        let drawn = try draw(.kitty)
        #expect(drawn.hasPrefix("\u{1B}_Ga=T,f=32,s=96,v=96,c=12,r=6,m=1\u{1B}\\"))
        #expect(drawn.contains("\u{1B}_Gm=0\u{1B}\\"))
        #expect(!drawn.contains(",i="))
        let pixels = drawn.matches(of: /\e_Gm=1;([A-Za-z0-9+\/=]*)\e\\/).compactMap {
            Data(base64Encoded: String($0.output.1))
        }
        #expect(pixels.reduce(0) { $0 + $1.count } == 96 * 96 * 4)
        #expect(pixels.first?.prefix(4) == Data([255, 0, 0, 255]))
    }

    @Test("iTerm2 gets a file, in the size of the box in cells")
    func iterm() throws {
        let drawn = try draw(.iterm)
        #expect(drawn.hasPrefix("\u{1B}]1337;File=inline=1;width=12;height=6;preserveAspectRatio=0:"))
        #expect(drawn.contains("\u{07}"))
    }

    @Test(
        "the size stored with a vote is in pixels, and in cells for blocks",
        arguments: [
            (RenderMode.kitty, 96), (.iterm, 96), (.sixel, 96), (.blocks, 12),
        ])
    func shown(mode: RenderMode, pixels: Int) {
        let renderer = PictureRenderer(mode: mode, colors: .truecolor)
        #expect(renderer.shownPixels(box: Self.box, cell: Self.cell) == pixels)
    }
}
