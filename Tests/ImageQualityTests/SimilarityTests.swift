import ImageQuality
import Pictures
import Testing

@Suite("PSNR, SSIM and MS-SSIM")
struct SimilarityTests {
    @Test(
        "PSNR and SSIM on luma are those of scikit-image",
        arguments: try Fixture.expected().pairs.filter { $0.ssim != nil })
    func luma(pair: Fixture.Pair) throws {
        let (first, second) = try pair.pictures
        #expect(abs(PeakSignalToNoise.luma(first, second) - (try #require(pair.psnr))) < 1e-9)
        #expect(abs(StructuralSimilarity.luma(first, second) - (try #require(pair.ssim))) < 1e-9)
    }

    @Test("MS-SSIM is that of pytorch-msssim where its window fits the last scale")
    func published() throws {
        let pairs = try Fixture.expected().pairs.filter { $0.pytorch != nil }
        #expect(pairs.count == 2)
        for pair in pairs {
            let (first, second) = try pair.pictures
            #expect(abs(MultiScaleSimilarity.colours(first, second) - (try #require(pair.pytorch))) < 1e-9)
        }
    }

    @Test("MS-SSIM of small pictures shrinks its window", arguments: try Fixture.expected().pairs)
    func small(pair: Fixture.Pair) throws {
        let (first, second) = try pair.pictures
        #expect(abs(MultiScaleSimilarity.colours(first, second) - pair.msssim) < 1e-9)
    }

    @Test("equal pictures are wholly alike")
    func equal() throws {
        let picture = try Fixture.picture("64x64")
        #expect(PeakSignalToNoise.luma(picture, picture) == .infinity)
        #expect(PeakSignalToNoise.colours(picture, picture) == .infinity)
        #expect(StructuralSimilarity.luma(picture, picture) == 1)
        #expect(MultiScaleSimilarity.colours(picture, picture) == 1)
    }

    @Test("PSNR is 10 log10 of 255 squared over the mean squared error")
    func colours() {
        let black = PixelBuffer(width: 4, height: 4)
        #expect(PeakSignalToNoise.colours(black, PixelBuffer(width: 4, height: 4, colour: .white)) == 0)
        #expect(
            abs(PeakSignalToNoise.colours(black, PixelBuffer(width: 4, height: 4, colour: RGB(5, 5, 5))) - 34.1514)
                < 1e-4)
    }

    @Test("numbers on luma leave out a border of 8 pixels")
    func border() throws {
        let picture = try Fixture.picture("64x64")
        var framed = PixelBuffer(width: 64, height: 64, colour: RGB(255, 0, 255))
        framed.draw(picture.cropped(x: 8, y: 8, width: 48, height: 48), x: 8, y: 8)
        #expect(PeakSignalToNoise.luma(framed, picture) == .infinity)
        #expect(StructuralSimilarity.luma(framed, picture) == 1)
        framed[8, 8] = RGB(255, 0, 255)
        #expect(PeakSignalToNoise.luma(framed, picture) < 60)
        #expect(StructuralSimilarity.luma(framed, picture) < 1)
    }

    @Test("a collapsed set is alike, a diverse one is not")
    func diversity() {
        let scenes = Scene.pictures(6, seed: 1)
        let collapsed = Scene.noisy(Array(repeating: scenes[0], count: 6), amplitude: 2)
        #expect(MultiScaleSimilarity.mean(within: collapsed, pairs: 8, seed: 1) > 0.99)
        #expect(MultiScaleSimilarity.mean(within: scenes, pairs: 8, seed: 1) < 0.5)
    }

    @Test("pairs are drawn by seed and never hold one picture twice")
    func pairs() {
        let scenes = Scene.pictures(2, side: 16, seed: 1)
        let only = MultiScaleSimilarity.colours(scenes[0], scenes[1])
        #expect(abs(MultiScaleSimilarity.mean(within: scenes, pairs: 20, seed: 1) - only) < 1e-12)
        let more = Scene.pictures(8, side: 16, seed: 1)
        let first = MultiScaleSimilarity.mean(within: more, pairs: 5, seed: 1)
        #expect(MultiScaleSimilarity.mean(within: more, pairs: 5, seed: 1) == first)
        #expect(MultiScaleSimilarity.mean(within: more, pairs: 5, seed: 2) != first)
    }
}
