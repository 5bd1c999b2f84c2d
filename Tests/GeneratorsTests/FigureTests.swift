import GeneratorTestKit
import Pictures
import Study
import Tensors
import Testing

@testable import Generators

@Suite("Figures of methods")
struct FigureTests {
    /// A chain of new networks of the settings.
    @TensorThread
    private static func chain(_ settings: [NetworkSettings]) throws -> ImageChain {
        try ImageChain(networks: settings.map { try ImageNetwork($0, on: .cpu) })
    }

    /// DCGAN and SRCNN; two stages; two stages and both enlargements.
    private static let chains: [[NetworkSettings]] = [
        [Examples.dcgan(), Examples.srcnn()], [Examples.networks[1]],
        [Examples.networks[1], Examples.srcnn(size: 32), Examples.bicubic(size: 64)],
    ]

    @Test("the last step's images are those of a pool of the same latent vectors", arguments: chains)
    func lastStep(settings: [NetworkSettings]) async throws {
        try await TensorThread.run {
            let chain = try Self.chain(settings)
            for count in [5, 64] {
                let latents = Latents.pool(seed: 3, indices: 0..<count, length: chain.latent)
                let steps = try chain.steps(ofLatents: latents)
                #expect(steps.last?.pictures == (try chain.images(0..<count, seed: 3)))
                #expect(steps.allSatisfy { $0.pictures.count == count })
            }
        }
    }

    @Test("every step before shows what the next one takes", arguments: chains)
    func stepByStep(settings: [NetworkSettings]) async throws {
        try await TensorThread.run {
            let chain = try Self.chain(settings)
            let steps = try chain.steps(ofLatents: Latents.pool(seed: 3, indices: 0..<4, length: chain.latent))
            let names = [["DCGAN", "bicubic", "SRCNN"], ["stage 1", "stage 2"]]
            #expect((names + [names[1] + names[0].dropFirst() + ["bicubic"]]).contains(steps.map(\.name)))
            for (before, step) in zip(steps, steps.dropFirst()) where step.name == "bicubic" {
                #expect(step.pictures == before.pictures.map { $0.resized(step.size) })
                #expect(step.size == 2 * before.size)
            }
            // The stages before are those of the network cut short.
            let first = try ImageNetwork(settings[0], on: .cpu)
            let latents = Latents.pool(seed: 3, indices: 0..<ImageChain.block, length: chain.latent)
            let input = try Tensor(latents, shape: [ImageChain.block, chain.latent], on: .cpu)
            let small = try PixelBuffer.pictures(of: first.images(of: input, stages: 1))
            #expect(steps[0].pictures == Array(small.prefix(4)))
        }
    }

    @Test("rows show the same images in the largest size, small ones by their own pixels, and are named")
    func rows() {
        func pictures(_ side: Int, _ colours: [RGB]) -> [PixelBuffer] {
            colours.map { PixelBuffer(width: side, height: side, colour: $0) }
        }
        var spotted = pictures(2, [RGB(1, 1, 1), RGB(2, 2, 2), RGB(3, 3, 3)])
        spotted[1][1, 0] = RGB(9, 9, 9)
        let figure = StepFigure(
            [
                ChainStep(name: "DCGAN", pictures: spotted),
                ChainStep(name: "SRCNN", pictures: pictures(4, [RGB(4, 4, 4), RGB(5, 5, 5), RGB(6, 6, 6)])),
            ], columns: 2)
        #expect(figure.rows == ["DCGAN (2x2)", "SRCNN (4x4)"])
        #expect(figure.picture.width == 10 && figure.picture.height == 10)
        #expect(figure.picture[0, 0] == RGB(1, 1, 1) && figure.picture[7, 1] == RGB(2, 2, 2))
        for (x, y) in [(8, 0), (9, 0), (8, 1), (9, 1)] { #expect(figure.picture[x, y] == RGB(9, 9, 9)) }
        #expect(figure.picture[8, 2] == RGB(2, 2, 2))
        #expect(figure.picture[3, 9] == RGB(4, 4, 4) && figure.picture[6, 6] == RGB(5, 5, 5))
    }

    @Test("the way between two latent vectors begins and ends with them, is even, and stays in their cube")
    func interpolated() {
        let vectors = Latents.figures(seed: 1, indices: 0..<2, length: 50)
        let (first, last) = (vectors[..<50], vectors[50...])
        let way = Latents.interpolated(from: first, to: last, steps: 9)
        #expect(way.count == 9 * 50)
        #expect(Array(way[..<50]) == Array(first) && Array(way[400...]) == Array(last))
        for step in 1..<9 {
            for component in 0..<50 {
                let here = way[step * 50 + component]
                let length = (last[50 + component] - first[component]) / 8
                #expect(abs(here - way[(step - 1) * 50 + component] - length) < 1e-6)
                #expect(abs(here) <= 1)
            }
        }
        #expect(Latents.interpolated(from: [0, 1], to: [1, 0], steps: 2) == [0, 1, 1, 0])
    }

    @Test("figures show no image of a pool or of samples, and image i whatever else is shown")
    func latents() {
        let figures = Latents.figures(seed: 1, indices: 0..<4, length: 8)
        #expect(Latents.figures(seed: 1, indices: 2..<3, length: 8) == Array(figures[16..<24]))
        for others in [Latents.pool, Latents.samples] {
            #expect(Set(others(1, 0..<64, 8)).isDisjoint(with: figures))
        }
    }

    @Test("steps and interpolation show the images of the samples, and the same seed gives the same figures")
    func agreement() async throws {
        try await TensorThread.run {
            let chain = try Self.chain(Self.chains[2])
            let figures = try MethodFigures(chain, seed: 7)
            let side = chain.size
            func cell(_ picture: PixelBuffer, _ column: Int, _ row: Int) -> PixelBuffer {
                picture.cropped(x: column * (side + 2), y: row * (side + 2), width: side, height: side)
            }
            let (columns, ways) = (MethodFigures.columns, MethodFigures.ways)
            #expect(figures.samples.height == MethodFigures.images / columns * (side + 2) - 2)
            let steps = try #require(figures.steps)
            #expect(steps.rows.count == 5 && steps.picture.height == 5 * (side + 2) - 2)
            for column in 0..<columns {
                #expect(cell(steps.picture, column, 4) == cell(figures.samples, column, 0))
            }
            #expect(figures.interpolation.height == ways * (side + 2) - 2)
            for way in 0..<ways {
                #expect(cell(figures.interpolation, 0, way) == cell(figures.samples, 2 * way, 0))
                let last = cell(figures.interpolation, MethodFigures.frames - 1, way)
                #expect(last == cell(figures.samples, 2 * way + 1, 0))
                #expect(last != cell(figures.interpolation, 4, way))
            }
            #expect(try MethodFigures(chain, seed: 7) == figures)
            #expect(try MethodFigures(chain, seed: 8).samples != figures.samples)
            #expect(try MethodFigures(Self.chain([Examples.dcgan()]), seed: 7).steps == nil)
        }
    }

    @Test("photographs are shown whole, scaled down, and as what enlarges them makes of those")
    func photographs() async throws {
        try await TensorThread.run {
            let network = try ImageNetwork(Examples.srcnn(), on: .cpu)
            let photographs = (0..<3).map { Examples.edge(size: 16, seed: 2, index: $0) }
            let steps = try network.steps(repairing: photographs)
            let small = photographs.map { $0.resized(8) }
            #expect(steps.map(\.name) == ["photograph", "scaled down", "bicubic", "SRCNN"])
            #expect(steps[0].pictures == photographs && steps[1].pictures == small)
            #expect(steps[2].pictures == photographs.map { $0.resized(8).resized(16) })
            #expect(try steps[3].pictures == network.pictures(enlarging: small))
        }
    }
}
