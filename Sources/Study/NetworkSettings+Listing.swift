extension NetworkSettings {
    /// All settings but the name, by the keys of study.yaml: what it is, then how it is trained.
    package var listing: [(key: String, value: String)] {
        [(key: "kind", value: architecture.kind.rawValue)] + architecture.listing
            + [
                ("batch", "\(batch)"), ("epochs", "\(epochs)"), ("learning_rate", "\(learningRate)"),
                ("seed", "\(seed)"), ("checkpoint_every", "\(checkpointEvery)"),
            ]
    }
}

extension NetworkSettings.Architecture {
    /// What only this kind has, by the keys of study.yaml.
    package var listing: [(key: String, value: String)] {
        switch self {
        case .dcgan(let dcgan):
            [
                ("size", "\(dcgan.size)"), ("latent", "\(dcgan.latent)"), ("width", "\(dcgan.width)"),
                ("upsampling", dcgan.upsampling.rawValue),
            ]
        case .multistage(let multistage):
            [
                ("sizes", "\(multistage.sizes)"), ("latent", "\(multistage.latent)"), ("width", "\(multistage.width)"),
                ("residual_blocks", "\(multistage.residualBlocks)"), ("upsampling", multistage.upsampling.rawValue),
            ]
        case .srcnn(let srcnn):
            [
                ("size", "\(srcnn.size)"), ("factor", "\(srcnn.factor)"), ("kernels", "\(srcnn.kernels)"),
                ("maps", "\(srcnn.maps)"),
            ]
        case .bicubic(let bicubic):
            [("size", "\(bicubic.size)"), ("factor", "\(bicubic.factor)")]
        }
    }
}
