/// One network: its architecture, and how it is trained. One of kind bicubic is not, so its batch, epochs, learning rate,
/// seed and checkpoints mean nothing.
package struct NetworkSettings: Sendable, Codable, Hashable {
    /// The name by which methods refer to it: letters, digits, `-` and `_`.
    package var name: String
    /// What is trained.
    package var architecture: Architecture
    /// Images per training step; at least 2 (batch norm needs two).
    package var batch: Int
    /// Passes over the photographs.
    package var epochs: Int
    /// Step size of Adam.
    package var learningRate: Double
    /// Seed of weights, order of photographs and latent vectors.
    package var seed: UInt64
    /// A checkpoint is kept every so many epochs, and at the last one.
    package var checkpointEvery: Int

    /// A network; what is left out has its default. The default learning rate is that of the architecture.
    package init(
        name: String, architecture: Architecture, batch: Int = 64, epochs: Int = 100, learningRate: Double? = nil,
        seed: UInt64 = 1, checkpointEvery: Int = 10
    ) {
        self.name = name
        self.architecture = architecture
        self.batch = batch
        self.epochs = epochs
        self.learningRate = learningRate ?? architecture.defaultLearningRate
        self.seed = seed
        self.checkpointEvery = checkpointEvery
    }

    /// What kind of network it is, with the settings that only this kind has.
    package enum Architecture: Sendable, Codable, Hashable {
        /// A one-stage generator and its discriminator (Radford et al. 2015).
        case dcgan(DCGANSettings)
        /// Stages that each double the image of the one before (after Zhang et al. 2016), trained in lock-step.
        case multistage(MultistageSettings)
        /// Super-resolution of an image that was enlarged bicubically (Dong et al. 2014).
        case srcnn(SRCNNSettings)
        /// Bicubic enlargement alone: the control for a super-resolution network.
        case bicubic(BicubicSettings)

        /// The kind's name in study.yaml.
        package var kind: Kind {
            switch self {
            case .dcgan: .dcgan
            case .multistage: .multistage
            case .srcnn: .srcnn
            case .bicubic: .bicubic
            }
        }

        /// Whether it has weights to learn, and so runs and checkpoints.
        package var isTrained: Bool { kind != .bicubic }

        /// Side in pixels of the images that come out.
        package var outputSize: Int {
            switch self {
            case .dcgan(let settings): settings.size
            case .multistage(let settings): settings.sizes.last ?? 0
            case .srcnn(let settings): settings.size
            case .bicubic(let settings): settings.size
            }
        }

        /// Side in pixels of the images that go in; nil where a latent vector goes in.
        package var inputSize: Int? {
            switch self {
            case .dcgan, .multistage: nil
            case .srcnn(let settings): settings.size / settings.factor
            case .bicubic(let settings): settings.size / settings.factor
            }
        }

        /// Adam's step size where study.yaml names none: DCGAN's 0.0002 for the adversarial networks, 0 for what is not
        /// trained.
        package var defaultLearningRate: Double {
            switch self {
            case .dcgan, .multistage: 0.0002
            case .srcnn: 0.001
            case .bicubic: 0
            }
        }
    }

    /// The kinds of network, as study.yaml names them.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// One-stage generator.
        case dcgan
        /// Several stages, each on the image of the one before.
        case multistage
        /// Super-resolution network.
        case srcnn
        /// Bicubic enlargement, which needs no training.
        case bicubic
    }
}

/// A DCGAN: size, latent vector, width.
package struct DCGANSettings: Sendable, Codable, Hashable {
    /// Side of the images in pixels: 4 times a power of two, 8 to 256. The paper trained 32, 64 and 128.
    package var size: Int
    /// Components of the latent vector, each uniform in [-1, 1).
    package var latent: Int
    /// Channels of the layer before the image; each layer further inside has twice as many (64 gives 512-256-128-64).
    package var width: Int
    /// How the generator doubles its maps.
    package var upsampling: Upsampling

    /// Settings; what is left out has its default.
    package init(size: Int = 64, latent: Int = 100, width: Int = 64, upsampling: Upsampling = .nearest) {
        self.size = size
        self.latent = latent
        self.width = width
        self.upsampling = upsampling
    }
}

/// A multi-stage GAN: stage I is a DCGAN of `sizes[0]`, each further stage doubles the image.
package struct MultistageSettings: Sendable, Codable, Hashable {
    /// Sides of the stages' images in pixels, each twice the one before.
    package var sizes: [Int]
    /// Components of the latent vector, each uniform in [-1, 1).
    package var latent: Int
    /// Channels before the image in every stage.
    package var width: Int
    /// Residual blocks in each stage after the first.
    package var residualBlocks: Int
    /// How the generators double their maps.
    package var upsampling: Upsampling

    /// Settings; what is left out has its default.
    package init(
        sizes: [Int] = [64, 128], latent: Int = 100, width: Int = 64, residualBlocks: Int = 2,
        upsampling: Upsampling = .nearest
    ) {
        self.sizes = sizes
        self.latent = latent
        self.width = width
        self.residualBlocks = residualBlocks
        self.upsampling = upsampling
    }
}

/// An SRCNN: enlargement, kernels and maps of its three layers.
package struct SRCNNSettings: Sendable, Codable, Hashable {
    /// Side of the enlarged image in pixels.
    package var size: Int
    /// How many times larger than its input the image is.
    package var factor: Int
    /// Side of the three square kernels, each odd: 9-1-5 or 9-5-5 in the original.
    package var kernels: [Int]
    /// Maps after the first and the second layer.
    package var maps: [Int]

    /// Settings; what is left out has its default.
    package init(size: Int = 128, factor: Int = 2, kernels: [Int] = [9, 1, 5], maps: [Int] = [64, 32]) {
        self.size = size
        self.factor = factor
        self.kernels = kernels
        self.maps = maps
    }
}

/// A bicubic enlargement.
package struct BicubicSettings: Sendable, Codable, Hashable {
    /// Side of the enlarged image in pixels.
    package var size: Int
    /// How many times larger than its input the image is.
    package var factor: Int

    /// Settings; what is left out has its default.
    package init(size: Int = 128, factor: Int = 2) {
        self.size = size
        self.factor = factor
    }
}

/// How a generator doubles the sides of its feature maps.
package enum Upsampling: String, Sendable, Codable, CaseIterable {
    /// Nearest-neighbour up-sampling followed by a 3x3 convolution, as in the paper.
    case nearest
    /// A 4x4 transposed convolution with stride 2, as in DCGAN's original.
    case strided
}
