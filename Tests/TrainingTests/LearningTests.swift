import Foundation
import GeneratorTestKit
import ImageQuality
import Pictures
import Study
import Tensors
import TestKit
import Testing

@testable import Generators
@testable import Training

@Suite("Training learns")
struct LearningTests {
    @Test("a DCGAN's samples take on the colours of its photographs")
    func colours() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let colours = [RGB(220, 40, 30), RGB(30, 40, 220)]
                let pictures = (0..<128).map { PixelBuffer(width: 8, height: 8, colour: colours[$0 % 2]) }
                let settings = Examples.dcgan(width: 16, batch: 32, learningRate: 0.002)
                let run = try TrainingRun(
                    settings, photographs: [8: Examples.photographs(size: 8, pictures: pictures)], manifest: "hash",
                    folder: folder, threads: 1)
                let chain = try ImageChain(networks: [run.network])
                @TensorThread func means() throws -> [Double] {
                    let images = try chain.images(0..<64, seed: 1)
                    return (0..<3).map { channel in
                        let samples = images.flatMap { image in
                            stride(from: channel, to: image.bytes.count, by: 3).map { Double(image.bytes[$0]) }
                        }
                        return samples.reduce(0, +) / Double(samples.count)
                    }
                }
                let before = try means()
                _ = try run.run(until: 60)
                let after = try means()
                // Green is 40 in every picture; an untrained generator gives grey.
                #expect(abs(before[1] - 128) < 20)
                #expect(after[1] < 70)
                // No picture is purple: red and blue differ by 190.
                let images = try chain.images(0..<64, seed: 1)
                let distances = images.map { abs(Int($0[4, 4].red) - Int($0[4, 4].blue)) }
                #expect(distances.reduce(0, +) / 64 > 90)
            }
        }
    }

    @Test("a super-resolution network soon beats bicubic enlargement on pictures it has not seen")
    func superResolution() async throws {
        try await withTemporaryFolder { folder in
            try await TensorThread.run {
                let settings = NetworkSettings(
                    name: "enlarge", architecture: .srcnn(SRCNNSettings(size: 32, maps: [32, 16])), batch: 16)
                func edges(_ count: Int, seed: UInt64) -> [PixelBuffer] {
                    (0..<count).map { Examples.edge(size: 32, seed: seed, index: $0, sameColours: true) }
                }
                let photographs = Examples.photographs(size: 32, pictures: edges(64, seed: 1))
                let run = try TrainingRun(
                    settings, photographs: [32: photographs], manifest: "hash", folder: folder, threads: 1)
                _ = try run.run(until: 40)
                let whole = edges(32, seed: 2)
                let small = whole.map { $0.resized(16) }
                /// PSNR of the mean squared error over all pictures without their border of 8 pixels.
                func psnr(_ pictures: [PixelBuffer]) -> Double {
                    func sheet(_ pictures: [PixelBuffer]) -> PixelBuffer {
                        PixelBuffer.grid(pictures.map { $0.centralSquare(16) }, columns: 8, gap: 0)
                    }
                    return PeakSignalToNoise.colours(sheet(pictures), sheet(whole))
                }
                let bicubic = psnr(small.map { $0.resized(32) })
                let repaired = try psnr(run.network.pictures(enlarging: small))
                #expect(repaired > bicubic + 1, "\(repaired) dB and \(bicubic) dB")
            }
        }
    }
}
