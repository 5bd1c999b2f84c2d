import Generators
package import Pictures
import Study

extension ImageNetwork {
    /// A grid that shows what the network does: of a generator, images of fixed latent vectors, 8 in a row; of a network
    /// that enlarges, the first photographs, 6 at most, three times in a row: enlarged bicubically, by the network, and
    /// whole.
    ///
    /// - Parameter photographs: in the size of its images; only for networks that enlarge.
    /// - Throws: `EngineError`, what the photographs throw.
    package func samples(of photographs: TrainingPhotographs?) throws -> PixelBuffer {
        try grid(of: samplePictures(), photographs)
    }

    /// Images of fixed latent vectors, as a generator makes them now; none of a network that enlarges.
    ///
    /// - Throws: `EngineError`.
    func samplePictures() throws -> [PixelBuffer] {
        guard case .generators(_, let latent) = layers else { return [] }
        return try pictures(
            ofLatents: Latents.samples(seed: settings.seed, indices: 0..<ImageChain.block, length: latent))
    }

    /// The grid of ``samples(of:)``, where `samples` are the ``samplePictures()``.
    func grid(of samples: [PixelBuffer], _ photographs: TrainingPhotographs?) throws -> PixelBuffer {
        if case .generators = layers { return PixelBuffer.grid(samples, columns: 8) }
        guard let photographs else { preconditionFailure("a network that enlarges takes images") }
        let whole = try (0..<min(6, photographs.count)).map { index in
            PixelBuffer(width: photographs.size, height: photographs.size, bytes: try photographs.batch([index]))
        }
        let small = whole.map { $0.resized(settings.architecture.inputSize ?? photographs.size) }
        let repaired = try pictures(enlarging: small)
        let rows = whole.indices.flatMap { [small[$0].resized(photographs.size), repaired[$0], whole[$0]] }
        return PixelBuffer.grid(rows, columns: 3)
    }
}
