package import Networks
package import Study
package import Tensors

/// The generator of a DCGAN (Radford et al. 2015): a latent vector is projected to 4x4 feature maps; each block doubles
/// the sides and halves the channels, down to `width`; the last doubling gives the image. Batch norm and ReLU after all
/// but the last, which ends in tanh. No biases: batch norm shifts.
package struct DCGANGenerator: GeneratorNetwork {
    let projection: Projection
    let norm: BatchNorm
    let blocks: [DoublingBlock]
    let image: Doubling

    /// A generator; `settings.size` is 4 times a power of two, at least 8.
    package init(_ collector: ParameterCollector, _ settings: DCGANSettings) {
        let doublings = doublings(from: 4, to: settings.size)
        let first = settings.width << (doublings - 1)
        projection = Projection(collector.scoped("projection"), inputs: settings.latent, outputs: first)
        norm = BatchNorm(collector.scoped("norm"), channels: first)
        blocks = (1..<doublings).map { block in
            DoublingBlock(
                collector.scoped("block\(block)"), inputs: first >> (block - 1), outputs: first >> block,
                upsampling: settings.upsampling)
        }
        image = Doubling(
            collector.scoped("image"), inputs: settings.width, outputs: 3, upsampling: settings.upsampling)
    }

    /// The images of latent vectors (count x latent).
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ latents: Tensor, training: Bool) throws -> Tensor {
        // Shapes without the count, at size 64 and width 64: 100
        var maps = try norm(projection(latents), training: training).relu()  // 512 x 4 x 4
        for block in blocks {
            maps = try block(maps, training: training)  // 256 x 8 x 8, 128 x 16 x 16, 64 x 32 x 32
        }
        return try image(maps).tanh()  // 3 x 64 x 64
    }
}
