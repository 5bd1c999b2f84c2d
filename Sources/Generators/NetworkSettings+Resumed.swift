package import Study

extension NetworkSettings {
    /// The settings that a resumed run must share with its beginning, as study.yaml names them. Epochs, the checkpoint
    /// interval and the network's name may change.
    var resumedSettings: [(key: String, value: String)] {
        [
            (key: "kind", value: architecture.kind.rawValue), ("batch", "\(batch)"),
            ("learning_rate", "\(learningRate)"), ("seed", "\(seed)"),
        ] + architecture.settingsByKey
    }
}

extension NetworkSettings.Architecture {
    /// The first setting that is another in `other`, as study.yaml names it; nil where both make the same network.
    package func difference(from other: Self) -> (key: String, value: String, other: String)? {
        guard kind == other.kind else { return ("kind", kind.rawValue, other.kind.rawValue) }
        return zip(settingsByKey, other.settingsByKey).first { $0.value != $1.value }.map {
            ($0.key, $0.value, $1.value)
        }
    }

    /// What only this kind has, as study.yaml names it.
    fileprivate var settingsByKey: [(key: String, value: String)] {
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
