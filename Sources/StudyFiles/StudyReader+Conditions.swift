import Study
import Yams

extension StudyReader {
    /// The method called `name`, whose chain must start from a latent vector and fit from network to network.
    func method(_ name: String, _ block: Block, networks: [NamedNetwork]) -> Method {
        block.allow(["label", "chain"])
        let chain = block.names("chain", of: "network", known: networks.map(\.name))
        var before: NetworkSettings?
        for (index, link) in chain.enumerated() {
            let network = networks.first { $0.name == link }?.settings
            if let network, index == 0 || before != nil {
                checkLink(network, after: before, at: block.place.key("chain").item(index))
            }
            before = network
        }
        return Method(name: name, label: block.text("label", default: name), chain: chain.compactMap(\.self))
    }

    private func checkLink(_ network: NetworkSettings, after before: NetworkSettings?, at place: KeyPlace) {
        let kind = network.architecture.kind.rawValue
        switch (before, network.architecture.inputSize) {
        case (nil, .some):
            findings.add(
                at: place,
                "a chain starts with a dcgan or multistage network; \"\(network.name)\" is of kind \(kind) and needs "
                    + "an image to start from")
        case (.some, nil):
            findings.add(
                at: place,
                "only srcnn and bicubic networks can follow another; \"\(network.name)\" is of kind \(kind) and starts from a "
                    + "latent vector")
        case (.some(let before), .some(let input)) where input != before.architecture.outputSize:
            findings.add(
                at: place,
                "\"\(network.name)\" takes images of \(input)x\(input) (size / factor), but \"\(before.name)\" before "
                    + "it gives \(before.architecture.outputSize)x\(before.architecture.outputSize)")
        default: break
        }
    }

    /// The condition called `name`, whose methods must give images of one size.
    func condition(
        _ name: String, _ block: Block, methods: [Method], networks: [NamedNetwork]
    ) -> Condition {
        block.allow(["methods", "match_time_of", "epochs"])
        let items = block.names("methods", of: "method", known: methods.map(\.name))
        let place = block.place.key("methods")
        let names = items.compactMap(\.self)
        for (index, name) in items.enumerated() where name != nil && items[..<index].contains(name) {
            findings.add(at: place.item(index), "names the method \"\(name ?? "")\" a second time")
        }
        if block["methods"]?.sequence != nil || !block.has("methods"), items.count < 2 {
            findings.add(
                at: place, "a condition compares at least two methods, this one has \(items.count)")
        }
        checkSizes(of: names, methods: methods, networks: networks, at: place)
        return Condition(
            name: name, methods: names,
            matchTimeOf: matched(block, names: names, isWhole: !items.contains(nil), methods), epochs: epochs(block))
    }

    private func epochs(_ block: Block) -> Int? {
        guard block.has("epochs") else { return nil }
        if block.has("match_time_of") {
            block.fault("epochs", "a condition is matched by epochs or by match_time_of, not by both")
        }
        return block.integer("epochs", in: 1...Int(Int32.max), default: 1)
    }

    private func matched(_ block: Block, names: [String], isWhole: Bool, _ methods: [Method]) -> String? {
        guard block.has("match_time_of") else { return nil }
        let matched = block.text("match_time_of", default: "")
        guard !matched.isEmpty, isWhole else { return matched }
        if !names.contains(matched) {
            block.fault(
                "match_time_of",
                "\"\(matched)\" is not one of this condition's methods" + Spelling.hint(matched, among: names))
        }
        for method in methods where names.contains(method.name) && method.chain.isEmpty {
            guard findings.isSound(KeyPlace().key("methods").key(method.name)) else { continue }
            block.fault(
                "match_time_of", "method \"\(method.name)\" has no chain of networks, and so no training time to match")
        }
        return matched
    }

    /// People compare images side by side, so they must be of one size.
    private func checkSizes(
        of names: [String], methods: [Method], networks: [NamedNetwork], at place: KeyPlace
    ) {
        let sizes = names.compactMap { name -> (method: String, size: Int)? in
            guard let method = methods.first(where: { $0.name == name }),
                findings.isSound(KeyPlace().key("methods").key(name)),
                let last = networks.first(where: { $0.name == method.chain.last })?.settings
            else { return nil }
            return (name, last.architecture.outputSize)
        }
        guard let first = sizes.first, let other = sizes.first(where: { $0.size != first.size }) else { return }
        findings.add(
            at: place,
            "methods of one condition give images of one size, but \"\(first.method)\" gives "
                + "\(first.size)x\(first.size) and \"\(other.method)\" \(other.size)x\(other.size)")
    }
}
