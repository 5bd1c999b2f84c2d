import Study

extension NetworkKeys {
    /// What relates the settings of a network to each other and to the photographs.
    static func check(_ block: Block, _ network: inout NetworkSettings) {
        switch network.architecture {
        case .dcgan: break
        case .multistage(let settings): checkSizes(settings.sizes, block)
        case .srcnn(let settings): checkEnlargement(block, size: settings.size, factor: settings.factor)
        case .bicubic(let settings): checkEnlargement(block, size: settings.size, factor: settings.factor)
        }
        checkBatch(of: network, block)
    }

    private static func checkSizes(_ sizes: [Int], _ block: Block) {
        let known = NetworkSettings.Limits.generatedSizes
        let place = block.place.key("sizes")
        func impossible(_ index: Int) {
            let list = known.map(String.init).inWords
            block.findings.add(
                at: place.item(index), "expected 4 times a power of two: \(list); found \(sizes[index])")
        }
        if !known.contains(sizes[0]) { impossible(0) }
        for index in sizes.indices.dropFirst() {
            let double = 2 * sizes[index - 1]
            if sizes[index] != double {
                block.findings.add(
                    at: place.item(index),
                    "expected \(double), twice the size of the stage before, found \(sizes[index])")
            } else if sizes[index - 1] == known.last {
                impossible(index)
            }
        }
    }

    private static func checkEnlargement(_ block: Block, size: Int, factor: Int) {
        guard size % factor != 0, block.findings.isSound(block.place.key("factor")) else { return }
        block.fault("size", "expected a size divisible by the factor \(factor), found \(size)")
    }

    /// A step needs a full batch of photographs; SRCNN's come without the hold-out.
    private static func checkBatch(of network: NetworkSettings, _ block: Block) {
        guard network.architecture.isTrained else { return }
        let dataset = block.reading.study.dataset
        let isHeldOut = network.architecture.kind == .srcnn
        let photographs = dataset.count - (isHeldOut ? dataset.holdout : 0)
        guard network.batch > photographs, block.findings.isSound(KeyPlace().key("dataset")),
            block.findings.isSound(block.place.key("batch"))
        else { return }
        let without = isHeldOut ? " without the hold-out of \(dataset.holdout)" : ""
        block.fault(
            "batch", "takes \(network.batch.counted("photograph")) a step, but there are only \(photographs)\(without)")
    }
}

extension Reading {
    /// The network called `name`; nil where its kind or sizes are findings, so that nothing can be said of what fits it.
    func network(named name: String?) -> NetworkSettings? {
        guard let name, let network = study.network(named: name) else { return nil }
        let place = KeyPlace().key("networks").key(name)
        let keys = ["kind", "size", "sizes", "factor"]
        return keys.allSatisfy { findings.isSound(place.key($0)) } ? network : nil
    }
}
