import ArgumentParser
import Study
import StudyStore

/// `dotchi train`: trains what the study asks for, going on where it stands.
struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train the study's networks, or go on with their training.",
        discussion: """
            Ctrl-C ends it cleanly after the current step; the same command goes on from there. Checkpoints and \
            sample grids lie in runs/NETWORK/ of the study folder. A network that came with a file (`dotchi runs \
            import`) is trained only where it is named, and then anew.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Train the networks of this method only.")
    var method: String?

    @Option(help: "Train this network only.")
    var network: String?

    @Option(
        parsing: .unconditional, help: "Train up to so many epochs, instead of those of study.yaml.",
        transform: Number.whole)
    var epochs: Int?

    @Option(
        help: ArgumentHelp(
            "Train each method for this time, all its networks together, instead of epochs: 75h, 90m or 40s.",
            discussion: """
                Networks that enlarge are trained to their epochs of study.yaml, as they learn from photographs alone; \
                the first network of the method has the rest of the time, to the nearest epoch. One that several \
                methods share has the least of their rests.
                """, valueName: "time"), transform: TrainingBudget.init)
    var budget: TrainingBudget?

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    @Option(parsing: .unconditional, help: "Threads of the engine (default: one a core).", transform: Number.whole)
    var threads: Int?

    func validate() throws {
        try check("--epochs", epochs, in: NetworkSettings.Limits.epochs)
        try check("--threads", threads, from: 1, to: 1024)
        if epochs != nil, budget != nil { throw ValidationError("--epochs and --budget: give one of them") }
        if method != nil, network != nil { throw ValidationError("--method and --network: give one of them") }
    }

    func run() async throws {
        let study = try OpenStudy(options)
        let networks = try withoutShipped(chosen(in: study), in: study).filter { network in
            let isTrained = network.architecture.isTrained
            if !isTrained {
                Console.say("\(network.name): nothing to train, it is of kind \(network.architecture.kind.rawValue)")
            }
            return isTrained
        }
        let methods = study.study.methods.filter { network == nil && (method == nil || $0.name == method) }
        guard !networks.isEmpty else { return }
        Interruption.listen()
        let training = try await Training(study, device: device.found(), threads: threads)
        let isWhole =
            if let budget, !methods.isEmpty {
                try await training.train(methods, within: budget.seconds)
            } else {
                try await training.train(networks, epochs: epochs, within: budget?.seconds)
            }
        guard isWhole else {
            throw Failure(.interrupted, "stopped; nothing is lost, and `dotchi train` goes on from here.")
        }
    }

    private func chosen(in open: OpenStudy) throws -> [NetworkSettings] {
        let study = open.study
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

    /// The networks but for those that came with a file, which are trained anew only where they are named: their places in
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
                \(shipped.count == 1 ? "it" : "them") anew. Name each network that shall be: \
                `dotchi train --network \(first) --budget …`.
                """)
        }
        for name in shipped {
            Console.say("\(name): came trained; `dotchi train --network \(name)` trains it anew.")
        }
        return networks.filter { !shipped.contains($0.name) }
    }
}
