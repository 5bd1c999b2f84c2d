package import Networks
package import Study
package import Tensors

/// The generator of a stage after the first (after stage II of Zhang et al. 2016, without its text): takes the image of
/// the stage before, encodes it by convolutions to a 16x16 grid of 4 `width` channels, passes residual blocks, and
/// doubles to twice the image's size, halving the channels down to `width`.
///
/// Images smaller than 16x16 keep their size as the grid.
package struct StageGenerator: GeneratorNetwork {
    let input: Convolution
    let downs: [HalvingBlock]
    let residuals: [ResidualBlock]
    let ups: [DoublingBlock]
    let image: Doubling

    /// The generator from images of `size` to images of twice that.
    package init(
        _ collector: ParameterCollector, from size: Int, width: Int, residualBlocks: Int, upsampling: Upsampling
    ) {
        let halvings = doublings(from: min(16, size), to: size)
        let grid = 4 * width
        /// Channels that many halvings or doublings away from the grid.
        func channels(_ steps: Int) -> Int { max(grid >> steps, width) }

        input = Convolution(
            collector.scoped("input"), inputs: 3, outputs: channels(halvings), kernel: 3, padding: 1)
        downs = (0..<halvings).map { down in
            HalvingBlock(
                collector.scoped("down\(down + 1)"), inputs: channels(halvings - down),
                outputs: channels(halvings - down - 1))
        }
        residuals = (0..<residualBlocks).map { block in
            ResidualBlock(collector.scoped("residual\(block + 1)"), channels: grid)
        }
        ups = (0..<halvings).map { up in
            DoublingBlock(
                collector.scoped("up\(up + 1)"), inputs: channels(up), outputs: channels(up + 1),
                upsampling: upsampling)
        }
        image = Doubling(collector.scoped("image"), inputs: channels(halvings), outputs: 3, upsampling: upsampling)
    }

    /// The images of twice the size for the images of the stage before (samples in [-1, 1]).
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ images: Tensor, training: Bool) throws -> Tensor {
        // Shapes without the count, from 64 to 128 and at width 64: 3 x 64 x 64
        var maps = try input(images).relu()  // 64 x 64 x 64
        for down in downs {
            maps = try down(maps, training: training).relu()  // 128 x 32 x 32, 256 x 16 x 16
        }
        for residual in residuals {
            maps = try residual(maps, training: training)  // 256 x 16 x 16
        }
        for up in ups {
            maps = try up(maps, training: training)  // 128 x 32 x 32, 64 x 64 x 64
        }
        return try image(maps).tanh()  // 3 x 128 x 128
    }
}
