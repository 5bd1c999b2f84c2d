import Study

extension StudyReader {
    /// A name that chains can use, with the network it stands for: nil where that network's kind or sizes are findings,
    /// so that nothing can be said of what fits it.
    struct NamedNetwork {
        let name: String
        let settings: NetworkSettings?
    }

    /// The network called `name`.
    func network(_ name: String, _ block: Block, dataset: DatasetSettings) -> NamedNetwork {
        if !block.has("kind") {
            block.fault("kind", "is missing; expected \(NetworkSettings.Kind.allCases.map(\.rawValue).inWords)")
        }
        let kind = block.word("kind", default: NetworkSettings.Kind.dcgan)
        guard findings.isSound(block.place.key("kind")) else {
            block.allow(NetworkKeys.all)
            return NamedNetwork(name: name, settings: nil)
        }
        block.allow(NetworkKeys.of(kind), elsewhere: NetworkKeys.elsewhere(than: kind))
        let architecture: NetworkSettings.Architecture =
            switch kind {
            case .dcgan: .dcgan(dcgan(block))
            case .multistage: .multistage(multistage(block))
            case .srcnn: .srcnn(srcnn(block))
            case .bicubic: .bicubic(bicubic(block))
            }
        let standard = NetworkSettings(name: name, architecture: architecture)
        let network = NetworkSettings(
            name: name, architecture: architecture,
            batch: block.integer("batch", in: 2...65_536, default: standard.batch),
            epochs: block.integer("epochs", in: 1...10_000_000, default: standard.epochs),
            learningRate: block.number(
                "learning_rate", expected: "a number above 0, at most 1", default: standard.learningRate
            ) { $0 > 0 && $0 <= 1 },
            seed: block.seed("seed", default: standard.seed),
            checkpointEvery: block.integer("checkpoint_every", in: 1...10_000_000, default: standard.checkpointEvery))
        checkBatch(of: network, block, dataset: dataset)
        let isSized = ["size", "sizes", "factor"].allSatisfy { findings.isSound(block.place.key($0)) }
        return NamedNetwork(name: name, settings: isSized ? network : nil)
    }

    private func dcgan(_ block: Block) -> DCGANSettings {
        let standard = DCGANSettings()
        let size = block.integer("size", in: 1...65_536, default: standard.size)
        if !NetworkSettings.generatedSizes.contains(size) { block.fault("size", impossibleSize(size)) }
        return DCGANSettings(
            size: size, latent: latent(block, default: standard.latent),
            width: block.integer("width", in: 1...1024, default: standard.width),
            upsampling: block.word("upsampling", default: standard.upsampling))
    }

    private func multistage(_ block: Block) -> MultistageSettings {
        let standard = MultistageSettings()
        let known = NetworkSettings.generatedSizes
        let sizes = block.integers("sizes", count: 1...known.count, in: 1...65_536, default: standard.sizes)
        let place = block.place.key("sizes")
        if !known.contains(sizes[0]) { findings.add(at: place.item(0), impossibleSize(sizes[0])) }
        for (index, pair) in zip(sizes, sizes.dropFirst()).enumerated() {
            if pair.1 != 2 * pair.0 {
                findings.add(
                    at: place.item(index + 1),
                    "expected \(2 * pair.0), twice the size of the stage before, found \(pair.1)")
            } else if pair.0 == known.last {
                findings.add(at: place.item(index + 1), impossibleSize(pair.1))
            }
        }
        return MultistageSettings(
            sizes: sizes, latent: latent(block, default: standard.latent),
            width: block.integer("width", in: 1...1024, default: standard.width),
            residualBlocks: block.integer("residual_blocks", in: 0...64, default: standard.residualBlocks),
            upsampling: block.word("upsampling", default: standard.upsampling))
    }

    private func srcnn(_ block: Block) -> SRCNNSettings {
        let standard = SRCNNSettings()
        let (size, factor) = enlargement(block, size: standard.size, factor: standard.factor)
        let kernels = block.integers("kernels", count: 3...3, in: 1...31, default: standard.kernels)
        for (index, kernel) in kernels.enumerated() where kernel % 2 == 0 {
            findings.add(at: block.place.key("kernels").item(index), "expected an odd number, found \(kernel)")
        }
        return SRCNNSettings(
            size: size, factor: factor, kernels: kernels,
            maps: block.integers("maps", count: 2...2, in: NetworkSettings.hiddenMaps, default: standard.maps))
    }

    private func bicubic(_ block: Block) -> BicubicSettings {
        let standard = BicubicSettings()
        let (size, factor) = enlargement(block, size: standard.size, factor: standard.factor)
        return BicubicSettings(size: size, factor: factor)
    }

    /// The enlarged size, and how many times it is the size before; with these defaults.
    private func enlargement(_ block: Block, size: Int, factor: Int) -> (size: Int, factor: Int) {
        let size = block.integer("size", in: NetworkSettings.enlargedSizes, default: size)
        let factor = block.integer("factor", in: 1...Int.max, default: factor)
        if factor != 2 && factor != 4 {
            block.fault("factor", "expected 2 or 4, found \(factor)")
        } else if size % factor != 0 {
            block.fault("size", "expected a size divisible by the factor \(factor), found \(size)")
        }
        return (size, factor)
    }

    private func latent(_ block: Block, default standard: Int) -> Int {
        block.integer("latent", in: 1...65_536, default: standard)
    }

    private func impossibleSize(_ size: Int) -> String {
        "expected 4 times a power of two: \(NetworkSettings.generatedSizes.map(String.init).inWords); found \(size)"
    }

    /// A step needs a full batch of photographs; SRCNN's come without the hold-out.
    private func checkBatch(of network: NetworkSettings, _ block: Block, dataset: DatasetSettings) {
        guard network.architecture.isTrained else { return }
        let isHeldOut = network.architecture.kind == .srcnn
        let photographs = dataset.count - (isHeldOut ? dataset.holdout : 0)
        guard network.batch > photographs, findings.isSound(KeyPlace().key("dataset")),
            findings.isSound(block.place.key("batch"))
        else { return }
        let without = isHeldOut ? " without the hold-out of \(dataset.holdout)" : ""
        block.fault(
            "batch", "takes \(network.batch.counted("photograph")) a step, but there are only \(photographs)\(without)")
    }
}
