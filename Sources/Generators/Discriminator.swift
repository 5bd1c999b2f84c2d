package import Networks
package import Tensors

/// The discriminator of a DCGAN (Radford et al. 2015): 4x4 convolutions of stride 2 halve the sides and double the
/// channels, from `width` on, down to 4x4 maps; a last 4x4 convolution gives one logit. LeakyReLU of slope 0.2 after
/// all but the last, batch norm after all but the first and the last. No biases, no dense hidden layers.
package struct Discriminator {
    let input: Convolution
    let blocks: [HalvingBlock]
    let logit: Convolution

    /// A discriminator of images of `size`, 4 times a power of two, at least 8.
    package init(_ collector: ParameterCollector, size: Int, width: Int) {
        let halvings = doublings(from: 4, to: size)
        input = Convolution(collector.scoped("input"), inputs: 3, outputs: width, kernel: 4, stride: 2, padding: 1)
        blocks = (1..<halvings).map { block in
            HalvingBlock(
                collector.scoped("block\(block)"), inputs: width << (block - 1), outputs: width << block)
        }
        logit = Convolution(
            collector.scoped("logit"), inputs: width << (halvings - 1), outputs: 1, kernel: 4)
    }

    /// The logits (count x 1) of images: positive for what it takes for a photograph. Always as in training: every batch
    /// is normalised by its own statistics.
    ///
    /// - Throws: `EngineError`.
    package func callAsFunction(_ images: Tensor) throws -> Tensor {
        // Shapes without the count, at size 64 and width 64: 3 x 64 x 64
        var maps = try input(images).leakyReLU(slope: 0.2)  // 64 x 32 x 32
        for block in blocks {
            maps = try block(maps, training: true).leakyReLU(slope: 0.2)  // 128 x 16 x 16, 256 x 8 x 8, 512 x 4 x 4
        }
        let logits = try logit(maps)  // 1 x 1 x 1
        return try logits.reshaped([logits.shape[0], 1])  // 1
    }
}
