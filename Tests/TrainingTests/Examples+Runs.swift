import Foundation
import GeneratorTestKit
import Pictures
import Study
import Tensors

@testable import Training

extension Examples {
    /// A run on one thread with pictures of ``photographs(for:count:)``.
    @TensorThread
    static func run(
        _ settings: NetworkSettings = dcgan(), in folder: URL, manifest: String = "hash", count: Int = 18
    ) throws -> TrainingRun {
        try TrainingRun(
            settings, photographs: photographs(for: settings, count: count), manifest: manifest, folder: folder,
            threads: 1)
    }

    /// 18 pictures in every size that the settings need.
    static func photographs(for settings: NetworkSettings, count: Int = 18) -> [Int: TrainingPhotographs] {
        var photographs: [Int: TrainingPhotographs] = [:]
        for size in settings.trainingSizes { photographs[size] = edges(size: size, count: count) }
        return photographs
    }

    /// Pictures of two colours with a straight edge between them, at random.
    static func edges(size: Int, count: Int, seed: UInt64 = 1) -> TrainingPhotographs {
        photographs(size: size, pictures: (0..<count).map { edge(size: size, seed: seed, index: $0) })
    }

    static func photographs(size: Int, pictures: [PixelBuffer]) -> TrainingPhotographs {
        TrainingPhotographs(size: size, count: pictures.count) { indices in indices.flatMap { pictures[$0].bytes } }
    }
}
