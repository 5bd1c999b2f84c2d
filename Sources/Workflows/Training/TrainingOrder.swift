import Study
import StudyStore

/// Which networks of a study are to be trained, how far, and where.
package struct TrainingOrder: Sendable {
    /// Only the networks of this method.
    package var method: String?
    /// Only this network.
    package var network: String?
    /// Up to so many epochs, instead of those of study.yaml.
    package var epochs: Int?
    /// Seconds of training for each method, all its networks together, or for the one network, instead of epochs.
    package var budget: Double?
    /// Where to compute.
    package var device: TrainingDevice
    /// Threads of the engine; nil for one a core.
    package var threads: Int?

    /// An order; nil chooses all, or what study.yaml says.
    package init(
        method: String? = nil, network: String? = nil, epochs: Int? = nil, budget: Double? = nil,
        device: TrainingDevice = .cpu, threads: Int? = nil
    ) {
        self.method = method
        self.network = network
        self.epochs = epochs
        self.budget = budget
        self.device = device
        self.threads = threads
    }

    /// Trains, going on where each network stands.
    ///
    /// - Throws: ``Failure`` where there is no such network, one cannot be trained, or it is stopped; `EngineError`,
    ///   `GeneratorError`.
    package func carryOut(in study: OpenStudy) async throws {
        let networks = try withoutShipped(chosen(in: study.study), in: study).filter { network in
            let isTrained = network.architecture.isTrained
            if !isTrained {
                study.reporter.say(
                    "\(network.name): nothing to train, it is of kind \(network.architecture.kind.rawValue)")
            }
            return isTrained
        }
        let methods = study.study.methods.filter { network == nil && (method == nil || $0.name == method) }
        guard !networks.isEmpty else { return }
        let training = try await Training(study, device: device.found(), threads: threads)
        let isWhole =
            if let budget, !methods.isEmpty {
                try await training.train(methods, within: budget)
            } else {
                try await training.train(networks, epochs: epochs, within: budget)
            }
        guard isWhole else {
            throw Failure(.interrupted, "stopped; nothing is lost, and `dotchi train` goes on from here.")
        }
    }

    private func chosen(in study: Study) throws -> [NetworkSettings] {
        if let network {
            guard let found = study.network(named: network) else {
                throw Failure(
                    .usage, "study.yaml has no network “\(network)”; it has \(study.networks.map(\.name).list).")
            }
            return [found]
        }
        if let method {
            return try study.method(asked: method).chain.compactMap(study.network(named:))
        }
        let inMethods = Set(study.methods.flatMap(\.chain))
        // A budget is a method's.
        return budget == nil || inMethods.isEmpty
            ? study.networks : study.networks.filter { inMethods.contains($0.name) }
    }

    /// The networks but for those that came with a file, which are trained again only where they are named: their places in
    /// pools and tables would be lost.
    ///
    /// - Throws: ``Failure`` where a budget counts on one of them.
    private func withoutShipped(_ networks: [NetworkSettings], in study: OpenStudy) throws -> [NetworkSettings] {
        guard network == nil else { return networks }
        let shipped = try networks.filter { try study.store.currentRun(of: $0.name)?.isShipped == true }.map(\.name)
        if budget != nil, let first = shipped.first {
            throw Failure(
                .badData,
                """
                \(shipped.list) came trained, and a budget for a whole method would train \
                \(shipped.count == 1 ? "it" : "them") again. Name each network that shall be: \
                `dotchi train --network \(first) --budget …`.
                """)
        }
        for name in shipped {
            study.reporter.say("\(name): came trained; `dotchi train --network \(name)` trains it again.")
        }
        return networks.filter { !shipped.contains($0.name) }
    }
}
