import Foundation
package import Pictures
import Randomness
package import Study

/// Small networks and pictures to train them on.
package enum Examples {
    /// The three kinds of network, as small as they can be trained.
    package static let networks: [NetworkSettings] = [
        dcgan(),
        NetworkSettings(
            name: "stages",
            architecture: .multistage(
                MultistageSettings(sizes: [8, 16], latent: 4, width: 3, residualBlocks: 1, upsampling: .nearest)),
            batch: 4, epochs: 3, seed: 5, checkpointEvery: 2),
        srcnn(),
    ]

    package static func dcgan(
        size: Int = 8, width: Int = 4, batch: Int = 4, learningRate: Double = 0.0002, upsampling: Upsampling = .nearest,
        seed: UInt64 = 5
    ) -> NetworkSettings {
        NetworkSettings(
            name: "faces",
            architecture: .dcgan(DCGANSettings(size: size, latent: 4, width: width, upsampling: upsampling)),
            batch: batch, epochs: 3, learningRate: learningRate, seed: seed, checkpointEvery: 2)
    }

    package static func srcnn(size: Int = 16, batch: Int = 4) -> NetworkSettings {
        NetworkSettings(
            name: "enlarge",
            architecture: .srcnn(SRCNNSettings(size: size, factor: 2, kernels: [5, 1, 3], maps: [8, 6])),
            batch: batch, epochs: 3, seed: 5, checkpointEvery: 2)
    }

    package static func bicubic(size: Int = 16) -> NetworkSettings {
        NetworkSettings(name: "bicubic", architecture: .bicubic(BicubicSettings(size: size, factor: 2)))
    }

    /// A straight edge between two colours: any, or light and dark ones that are the same in every picture.
    package static func edge(size: Int, seed: UInt64, index: Int, sameColours: Bool = false) -> PixelBuffer {
        var stream = RandomStream(seed: seed, purpose: .faces, index: UInt64(index))
        func colour() -> RGB {
            RGB(UInt8(stream.below(256)), UInt8(stream.below(256)), UInt8(stream.below(256)))
        }
        let (one, other) = sameColours ? (RGB(215, 200, 180), RGB(40, 30, 60)) : (colour(), colour())
        let angle = stream.uniform() * 2 * Double.pi
        let offset = (stream.uniform() - 0.5) * Double(size) / 2
        var picture = PixelBuffer(width: size, height: size, colour: one)
        for y in 0..<size {
            for x in 0..<size {
                let along = cos(angle) * (Double(x) - Double(size) / 2) + sin(angle) * (Double(y) - Double(size) / 2)
                if along > offset { picture[x, y] = other }
            }
        }
        return picture
    }
}
