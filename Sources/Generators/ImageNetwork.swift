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
    }

    /// The networks with their first weights.
    ///
    /// - Throws: ``TrainingError`` where the settings describe no network, `EngineError`.
    package init(_ settings: NetworkSettings, on device: Device) throws {
        try settings.check()
        self.settings = settings
        self.device = device
        switch settings.architecture {
        case .dcgan(let dcgan):
            let collector = ParameterCollector("generator", seed: settings.seed, network: 0)
            layers = .generators([DCGANGenerator(collector, dcgan)], latent: dcgan.latent)
            stores = [try ParameterStore(collector, on: device)]
        case .multistage(let multistage):
            var generators: [any GeneratorNetwork] = []
            var stores: [ParameterStore] = []
            for stage in multistage.sizes.indices {
                let collector = ParameterCollector(
                    "stage\(stage + 1).generator", seed: settings.seed, network: 2 * stage)
                generators.append(Self.generator(of: stage, multistage, collector))
                stores.append(try ParameterStore(collector, on: device))
            }
            layers = .generators(generators, latent: multistage.latent)
            self.stores = stores
        case .srcnn(let srcnn):
            let collector = ParameterCollector("srcnn", seed: settings.seed, network: 0)
            layers = .superResolution(SRCNN(collector, srcnn))
            stores = [try ParameterStore(collector, on: device)]
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
