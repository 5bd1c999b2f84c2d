import Parallel
package import Pictures
import Study
package import Tensors

extension ImageNetwork {
    /// The images that the first `stages` stages make from latent vectors (count x latent), by running statistics and
    /// without gradients; the latents themselves for 0 stages. Only for generators.
    ///
    /// - Throws: `EngineError`.
    package func images(of latents: Tensor, stages: Int) throws -> Tensor {
        guard case .generators(let generators, _) = layers else {
            preconditionFailure("a network that enlarges takes images")
        }
        return try withoutGradients {
            try generators.prefix(stages).reduce(latents) { input, generator in
                try generator(input, training: false)
            }
        }
    }

    /// The pictures of latent vectors, one after the other in `latents`. Only for generators.
    ///
    /// - Throws: `EngineError`.
    package func pictures(ofLatents latents: [Float]) throws -> [PixelBuffer] {
        guard case .generators(let generators, let length) = layers else {
            preconditionFailure("a network that enlarges takes images")
        }
        let input = try Tensor(latents, shape: [latents.count / length, length], on: device)
        return try PixelBuffer.pictures(of: images(of: input, stages: generators.count))
    }

    /// The pictures enlarged bicubically to the network's size, and then repaired where it does super-resolution. Only for
    /// networks that enlarge.
    ///
    /// - Throws: `EngineError`.
    package func pictures(enlarging small: [PixelBuffer]) throws -> [PixelBuffer] {
        let size = settings.architecture.outputSize
        let enlarged = small.mapOnAllCores { $0.resized(size) }
        switch layers {
        case .generators:
            preconditionFailure("a generator takes latent vectors")
        case .superResolution(let network):
            let input = try Tensor.unitImages(enlarged.flatMap(\.bytes), count: small.count, size: size, on: device)
            let output = try withoutGradients { try network(input) }
            return try PixelBuffer.pictures(of: output * 2 + -1)
        case .bicubic:
            return enlarged
        }
    }
}

extension Tensor {
    /// 8-bit samples of square RGB images as an image tensor with samples in [0, 1].
    package static func unitImages(_ samples: [UInt8], count: Int, size: Int, on device: Device) throws -> Tensor {
        try Tensor(pixels: samples, images: count, height: size, width: size, on: device) * 0.5 + 0.5
    }
}

extension PixelBuffer {
    /// The pictures of an image tensor (count x 3 x H x W, samples in [-1, 1]).
    static func pictures(of images: Tensor) throws -> [PixelBuffer] {
        let (height, width) = (images.shape[2], images.shape[3])
        let samples = try images.pixels()
        return stride(from: 0, to: samples.count, by: height * width * 3).map { start in
            PixelBuffer(width: width, height: height, bytes: Array(samples[start..<start + height * width * 3]))
        }
    }
}
