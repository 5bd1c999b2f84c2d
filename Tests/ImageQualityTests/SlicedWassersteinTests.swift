import ImageQuality
import Pictures
import Testing

@Suite("Sliced Wasserstein distance")
struct SlicedWassersteinTests {
    @Test("it is that of the paper's method written with NumPy, on the same patches and directions")
    func published() throws {
        let measured = SlicedWasserstein(between: try Fixture.set(1), and: try Fixture.set(2), seed: 1 << 40 | 5)
        let expected = try Fixture.expected().levels
        #expect(measured.levels.map(\.side) == expected.map(\.side))
        for (mine, its) in zip(measured.levels, expected) {
            #expect(abs(mine.distance / its.distance - 1) < 1e-5, "\(mine.distance) and \(its.distance)")
        }
        #expect(abs(measured.mean - expected.map(\.distance).reduce(0, +) / 3) < 1e-3)
    }

    @Test("a set has no distance to itself, and a distance has no direction")
    func symmetric() {
        let first = Scene.pictures(4, seed: 1)
        let second = Scene.pictures(4, seed: 2)
        #expect(SlicedWasserstein(between: first, and: first, seed: 1).levels.map(\.distance) == [0, 0])
        let there = SlicedWasserstein(between: first, and: second, seed: 1)
        #expect(there == SlicedWasserstein(between: second, and: first, seed: 1))
        #expect(there != SlicedWasserstein(between: first, and: second, seed: 2))
        #expect(there.levels.allSatisfy { $0.distance > 0 })
    }

    @Test("lost detail, noise and another exposure each show at their level, more the more there is")
    func levels() {
        let scenes = Scene.pictures(8, side: 64, seed: 1)
        func distances(_ other: [PixelBuffer]) -> [Double] {
            SlicedWasserstein(between: scenes, and: other, seed: 1).levels.map(\.distance)
        }
        let blurred = distances(Scene.blurred(scenes, factor: 2))
        #expect(min(blurred[0], blurred[1]) > 10 * blurred[2])
        for (more, less) in zip(distances(Scene.blurred(scenes, factor: 4)), blurred) { #expect(more > less) }
        let noisy = distances(Scene.noisy(scenes, amplitude: 10))
        #expect(noisy[0] > 2 * max(noisy[1], noisy[2]))
        for (more, less) in zip(distances(Scene.noisy(scenes, amplitude: 30)), noisy) { #expect(more > 2 * less) }
        let exposed = distances(Scene.exposed(scenes))
        #expect(exposed[2] > 100 && max(exposed[0], exposed[1]) < 0.01)
    }

    @Test("halves of one kind of pictures are near each other, nearer the more there are, and nearer than another kind")
    func halves() {
        let scenes = Scene.pictures(96, seed: 3)
        func distance(_ count: Int, _ change: ([PixelBuffer]) -> [PixelBuffer] = { $0 }) -> [Double] {
            let halves = (Array(scenes[..<count]), change(Array(scenes[48..<48 + count])))
            return SlicedWasserstein(between: halves.0, and: halves.1, seed: 1).levels.map(\.distance)
        }
        let near = distance(48)
        for (few, many) in zip(distance(4), near) { #expect(many < few / 2) }
        #expect(distance(48) { Scene.noisy($0, amplitude: 30) }[0] > 2 * near[0])
    }

    @Test("pictures of one colour are no different from others of one colour")
    func flat() {
        let black = [PixelBuffer(width: 16, height: 16)]
        let white = [PixelBuffer(width: 16, height: 16, colour: .white)]
        #expect(SlicedWasserstein(between: black, and: white, seed: 1).mean == 0)
        #expect(SlicedWasserstein(between: black, and: Scene.pictures(1, side: 16, seed: 1), seed: 1).mean > 100)
    }
}
