import Study

/// The keys of each of `networks`.
enum NetworkKeys {
    private typealias Limits = NetworkSettings.Limits

    static let table = KeyTable<NetworkSettings>(
        by: KindKey(
            name: "kind", kind: \.architecture.kind, standard: nil,
            meaning:
                """
                A one-stage GAN (`dcgan`), a GAN of several stages that each double the image (`multistage`), \
                super-resolution of an image enlarged bicubically (`srcnn`), or bicubic enlargement alone (`bicubic`), which \
                needs no training.
                """
        ) { "networks of kind \($0); this one is of kind \($1)" },
        { kind, name in NetworkSettings(name: name, architecture: .standard(of: kind)) },
        { kind in own(kind) + (kind == .bicubic ? [] : training) },
        check: check)

    /// The keys that say what a network of `kind` is.
    static func own(_ kind: NetworkSettings.Kind) -> [Key<NetworkSettings>] {
        switch kind {
        case .dcgan: dcgan
        case .multistage: multistage
        case .srcnn: srcnn
        case .bicubic: bicubic
        }
    }

    private static let dcgan: [Key<NetworkSettings>] = [
        Key(
            "size", \.dcgan.size, .one(of: Limits.generatedSizes, called: "4 times a power of two"),
            "Side of the images in pixels."),
        Key("latent", \.dcgan.latent, .whole(Limits.latent), latent),
        Key("width", \.dcgan.width, .whole(Limits.width), width),
        Key("upsampling", \.dcgan.upsampling, .word, upsampling),
    ]

    private static let multistage: [Key<NetworkSettings>] = [
        Key(
            "sizes", \.multistage.sizes,
            .list(
                of: .whole(1...65_536), called: "whole numbers", count: 1...Limits.generatedSizes.count,
                range: Limits.generatedSizes.map(String.init).inWords),
            "Sides of the stages' images in pixels, each twice the one before."),
        Key("latent", \.multistage.latent, .whole(Limits.latent), latent),
        Key("width", \.multistage.width, .whole(Limits.width), width),
        Key(
            "residual_blocks", \.multistage.residualBlocks, .whole(Limits.residualBlocks),
            "Residual blocks in each stage after the first."),
        Key("upsampling", \.multistage.upsampling, .word, upsampling),
    ]

    private static let srcnn: [Key<NetworkSettings>] = [
        Key("size", \.srcnn.size, .whole(Limits.enlargedSizes), enlarged),
        Key("factor", \.srcnn.factor, .one(of: Limits.factors), factor),
        Key(
            "kernels", \.srcnn.kernels,
            .list(
                of: .whole(Limits.kernels).only("an odd number", range: "\(Limits.kernels.inWords), odd") {
                    $0 % 2 == 1
                }, called: "whole numbers", count: 3...3),
            "Sides of the kernels of the three layers; `[9, 5, 5]` is slower and better."),
        Key(
            "maps", \.srcnn.maps, .list(of: .whole(Limits.maps), called: "whole numbers", count: 2...2),
            "Feature maps after the first and the second layer."),
    ]

    private static let bicubic: [Key<NetworkSettings>] = [
        Key("size", \.bicubic.size, .whole(Limits.enlargedSizes), enlarged),
        Key("factor", \.bicubic.factor, .one(of: Limits.factors), factor),
    ]

    private static let training: [Key<NetworkSettings>] = [
        Key(
            "batch", \.batch, .whole(Limits.batch),
            "Photographs in a training step; at most as many as there are to train on."),
        Key("epochs", \.epochs, .whole(Limits.epochs), "Passes over the photographs."),
        Key("learning_rate", \.learningRate, .number(Limits.learningRate), "Step size of Adam."),
        Key("seed", \.seed, .seed, "Seed of weights, order of photographs and latent vectors."),
        Key(
            "checkpoint_every", \.checkpointEvery, .whole(Limits.checkpointEvery),
            "A checkpoint is kept every so many epochs, and at the last one; conditions find theirs among these."),
    ]

    // What several kinds have is said once.
    private static let latent = "Components of the latent vector."
    private static let width =
        "Channels of the layer before the image; each layer further inside has twice as many."
    private static let upsampling =
        """
        How feature maps are doubled: nearest-neighbour and a 3x3 convolution, as in the paper, or a strided \
        transposed convolution, as in DCGAN's original.
        """
    private static let enlarged = "Side of the enlarged image in pixels; divisible by `factor`."
    private static let factor = "How many times larger than its input the image is."

    static let example = """
        networks:
          faces64:
            kind: dcgan
            size: 64
            epochs: 200
          faces128:
            kind: multistage
            sizes: [64, 128]
            epochs: 100
          enlarge:
            kind: srcnn
            size: 128
            factor: 2
        """
}

extension NetworkSettings.Architecture {
    /// A network of `kind` with the defaults of all its settings.
    fileprivate static func standard(of kind: NetworkSettings.Kind) -> Self {
        switch kind {
        case .dcgan: .dcgan(.init())
        case .multistage: .multistage(.init())
        case .srcnn: .srcnn(.init())
        case .bicubic: .bicubic(.init())
        }
    }
}

// The settings of one kind, as keys see them: those of a network of that kind, else the defaults.
extension NetworkSettings {
    fileprivate var dcgan: DCGANSettings {
        get { if case .dcgan(let settings) = architecture { settings } else { .init() } }
        set { architecture = .dcgan(newValue) }
    }

    fileprivate var multistage: MultistageSettings {
        get { if case .multistage(let settings) = architecture { settings } else { .init() } }
        set { architecture = .multistage(newValue) }
    }

    fileprivate var srcnn: SRCNNSettings {
        get { if case .srcnn(let settings) = architecture { settings } else { .init() } }
        set { architecture = .srcnn(newValue) }
    }

    fileprivate var bicubic: BicubicSettings {
        get { if case .bicubic(let settings) = architecture { settings } else { .init() } }
        set { architecture = .bicubic(newValue) }
    }
}
