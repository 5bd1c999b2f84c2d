package import Networks
package import Study
package import Tensors

/// The networks of one entry of study.yaml that make images; what a checkpoint keeps.
package final class ImageNetwork {
    /// What it was made from.
    package let settings: NetworkSettings
    /// The networks themselves.
    package let layers: Layers
    /// Their memory: one store for every stage.
    package let stores: [ParameterStore]
    /// Where they compute.
    package let device: Device

    /// What makes the images.
    package enum Layers {
        /// Stages, the first on latent vectors of `latent` components, each further one on the image of the one before.
        case generators([any GeneratorNetwork], latent: Int)
        /// Super-resolution of enlarged images.
        case superResolution(SRCNN)
        /// Enlargement alone; it has no memory.
        case bicubic
    }

    /// The networks with their first weights.
    ///
    /// - Throws: ``GeneratorError`` where the settings describe no network, `EngineError`.
    package init(_ settings: NetworkSettings, on device: Device) throws {
        let (layers, collectors) = try Self.declaration(of: settings)
        self.settings = settings
        self.device = device
        self.layers = layers
        stores = try collectors.map { try ParameterStore($0, on: device) }
    }

    /// The layers, and what they are made of: one collector for each store. Needs no engine.
    ///
    /// - Throws: ``GeneratorError`` where the settings describe no network.
    package static func declaration(of settings: NetworkSettings) throws -> (
        layers: Layers, collectors: [ParameterCollector]
    ) {
        try settings.check()
        switch settings.architecture {
        case .dcgan(let dcgan):
            let collector = ParameterCollector("generator", seed: settings.seed, network: 0)
            return (.generators([DCGANGenerator(collector, dcgan)], latent: dcgan.latent), [collector])
        case .multistage(let multistage):
            let collectors = multistage.sizes.indices.map { stage in
                ParameterCollector("stage\(stage + 1).generator", seed: settings.seed, network: 2 * stage)
            }
            let generators = collectors.enumerated().map { generator(of: $0, multistage, $1) }
            return (.generators(generators, latent: multistage.latent), collectors)
        case .srcnn(let srcnn):
            let collector = ParameterCollector("srcnn", seed: settings.seed, network: 0)
            return (.superResolution(SRCNN(collector, srcnn)), [collector])
        case .bicubic:
            return (.bicubic, [])
        }
    }

    private static func generator(
        of stage: Int, _ settings: MultistageSettings, _ collector: ParameterCollector
    ) -> any GeneratorNetwork {
        if stage == 0 {
            let first = DCGANSettings(
                size: settings.sizes[0], latent: settings.latent, width: settings.width,
                upsampling: settings.upsampling)
            return DCGANGenerator(collector, first)
        }
        return StageGenerator(
            collector, from: settings.sizes[stage - 1], width: settings.width,
            residualBlocks: settings.residualBlocks, upsampling: settings.upsampling)
    }
}
