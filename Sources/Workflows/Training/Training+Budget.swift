import Study
import Training

extension Training {
    /// Trains methods for `budget` seconds each, all networks of one together. Those that enlarge learn from photographs
    /// alone, so they come first, to their epochs; what is left is for the first network of the chain. One that several
    /// methods share has the least of their rests.
    ///
    /// - Returns: false where someone asked to stop before that.
    /// - Throws: ``Failure`` where the networks that enlarge leave nothing.
    func train(_ methods: [Method], within budget: Double) async throws -> Bool {
        let methods = methods.filter { !$0.chain.isEmpty }
        let enlargers = networks(methods.flatMap { $0.chain.dropFirst() })
        let firsts = networks(methods.map { $0.chain[0] })
        try check(enlargers, timed: firsts)
        var spent: [String: Double] = [:]
        for enlarger in enlargers {
            let outcome = try await train(enlarger, within: nil)
            if outcome.reason == .stopped { return false }
            spent[enlarger.name] = outcome.seconds
        }
        var rests: [String: Double] = [:]
        for method in methods {
            let enlarging = method.chain.dropFirst().reduce(0) { $0 + (spent[$1] ?? 0) }
            guard enlarging < budget else {
                throw Failure(
                    .badData,
                    """
                    method \(method.name): \(method.chain.dropFirst().joined(separator: ", ")) took \
                    \(enlarging.duration) of the budget of \(budget.duration), which leaves nothing for \
                    \(method.chain[0]). Give a larger --budget, or fewer epochs in study.yaml.
                    """)
            }
            rests[method.chain[0]] = min(rests[method.chain[0]] ?? .infinity, budget - enlarging)
        }
        for network in firsts {
            if try await train(network, within: rests[network.name]).reason == .stopped { return false }
        }
        return true
    }

    /// Those of these networks that are trained, each once, in the order of study.yaml.
    private func networks(_ names: [String]) -> [NetworkSettings] {
        study.study.networks.filter { $0.architecture.isTrained && names.contains($0.name) }
    }
}
