import Study

extension NetworkSettings {
    /// The settings that a resumed run must share with its beginning, as study.yaml names them. Epochs, the checkpoint
    /// interval and the network's name may change.
    var resumedSettings: [(key: String, value: String)] {
        var settings = [
            (key: "kind", value: architecture.kind.rawValue), ("batch", "\(batch)"),
            ("learning_rate", "\(learningRate)"), ("seed", "\(seed)"),
        ]
        switch architecture {
        case .dcgan(let dcgan):
            settings += [
                ("size", "\(dcgan.size)"), ("latent", "\(dcgan.latent)"), ("width", "\(dcgan.width)"),
                ("upsampling", dcgan.upsampling.rawValue),
            ]
        case .multistage(let multistage):
            settings += [
                ("sizes", "\(multistage.sizes)"), ("latent", "\(multistage.latent)"), ("width", "\(multistage.width)"),
                ("residual_blocks", "\(multistage.residualBlocks)"), ("upsampling", multistage.upsampling.rawValue),
            ]
        case .srcnn(let srcnn):
            settings += [
                ("size", "\(srcnn.size)"), ("factor", "\(srcnn.factor)"), ("kernels", "\(srcnn.kernels)"),
                ("maps", "\(srcnn.maps)"),
            ]
        }
        return settings
    }
}
