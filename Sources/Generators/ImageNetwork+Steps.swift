package import Pictures
import Study
import Tensors

extension ImageNetwork {
    /// What every stage makes of latent vectors, one after the other in `latents`. Only for generators.
    ///
    /// - Throws: `EngineError`.
    package func steps(ofLatents latents: [Float]) throws -> [ChainStep] {
        guard case .generators(let generators, let length) = layers else {
            preconditionFailure("a network that enlarges takes images")
        }
        var images = try Tensor(latents, shape: [latents.count / length, length], on: device)
        return try withoutGradients {
            try generators.enumerated().map { stage, generator in
                images = try generator(images, training: false)
                return ChainStep(name: name(ofStage: stage), pictures: try PixelBuffer.pictures(of: images))
            }
        }
    }

    private func name(ofStage stage: Int) -> String {
        settings.architecture.kind == .dcgan ? "DCGAN" : "stage \(stage + 1)"
    }

    /// What comes of pictures: their bicubic enlargement, and where the network does super-resolution what that makes of
    /// it. Only for networks that enlarge.
    ///
    /// - Throws: `EngineError`.
    package func steps(enlarging small: [PixelBuffer]) throws -> [ChainStep] {
        let size = settings.architecture.outputSize
        let bicubic = ChainStep(name: "bicubic", pictures: small.map { $0.resized(size) })
        switch layers {
        case .generators: preconditionFailure("a generator takes latent vectors")
        case .superResolution: return [bicubic, ChainStep(name: "SRCNN", pictures: try pictures(enlarging: small))]
        case .bicubic: return [bicubic]
        }
    }

    /// Photographs of the network's size, their copies scaled down to what it takes, and what comes of those. Only for
    /// networks that enlarge.
    ///
    /// - Throws: `EngineError`.
    package func steps(repairing photographs: [PixelBuffer]) throws -> [ChainStep] {
        guard let inputSize = settings.architecture.inputSize else {
            preconditionFailure("a generator takes latent vectors")
        }
        let small = photographs.map { $0.resized(inputSize) }
        return try [
            ChainStep(name: "photograph", pictures: photographs), ChainStep(name: "scaled down", pictures: small),
        ]
            + steps(enlarging: small)
    }
}
