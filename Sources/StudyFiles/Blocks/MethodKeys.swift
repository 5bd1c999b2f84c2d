import Study

/// The keys of each of `methods`.
enum MethodKeys {
    static let table = KeyTable<Method>(
        { Method(name: $0) },
        [
            Key(
                "label", \.label, .text, default: "its name",
                "Name for tables and reports; where several methods share one, their names stand behind it."),
            Key(
                "chain", \.chain,
                .list(of: .name(of: "network") { $0.networks.map(\.name) }, called: "networks"),
                """
                The first network makes an image from a latent vector, each further one enlarges it; empty for images \
                that come from elsewhere (`dotchi pool import`).
                """
            ),
        ], check: checkChain)

    static let example = """
        methods:
          A:
            label: multi-stage GAN
            chain: [faces128]
          B:
            label: DCGAN and SRCNN
            chain: [faces64, enlarge]
        """

    /// A chain must start from a latent vector and fit from network to network.
    private static func checkChain(_ block: Block, _ method: inout Method) {
        var before: NetworkSettings?
        for (index, link) in method.chain.enumerated() {
            let network = block.reading.network(named: link)
            if let network, index == 0 || before != nil, let fault = fault(of: network, after: before) {
                block.findings.add(at: block.place.key("chain").item(index), fault)
            }
            before = network
        }
    }

    private static func fault(of network: NetworkSettings, after before: NetworkSettings?) -> String? {
        let (name, kind) = (network.name, network.architecture.kind.rawValue)
        switch (before, network.architecture.inputSize) {
        case (nil, .some):
            return
                "a chain starts with a dcgan or multistage network; \"\(name)\" is of kind \(kind) and needs an image "
                + "to start from"
        case (.some, nil):
            return
                "only srcnn and bicubic networks can follow another; \"\(name)\" is of kind \(kind) and starts from a "
                + "latent vector"
        case (.some(let before), .some(let input)) where input != before.architecture.outputSize:
            let given = before.architecture.outputSize
            return
                "\"\(name)\" takes images of \(input)x\(input) (size / factor), but \"\(before.name)\" before it gives "
                + "\(given)x\(given)"
        default: return nil
        }
    }
}
