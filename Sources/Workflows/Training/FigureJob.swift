import Study
import StudyStore

/// What the figures of a method are made of.
struct FigureJob: Sendable {
    /// The method.
    let method: Method
    /// What it is called.
    private let label: String
    /// The networks of its chain that are trained, in its order, each with the checkpoint that stands for it.
    let trained: [(network: NetworkSettings, checkpoint: CheckpointRecord)]
    /// The networks that need no training, by their places in the chain.
    let untrained: [Int: NetworkSettings]

    /// The job for `method` of `study`: last checkpoints, but of the first network the one of `epoch` where given.
    ///
    /// - Throws: ``Failure`` where a checkpoint is not there.
    init(_ method: Method, at epoch: Int?, in study: OpenStudy) throws {
        self.method = method
        label = study.study.methods.labels[method.name] ?? method.label
        let networks = method.chain.compactMap(study.study.network(named:)).filter(\.architecture.isTrained)
        trained = Array(zip(networks, try CheckpointChoice(study).checkpoints(of: method, at: epoch)))
        untrained = study.study.untrained(in: method)
    }

    /// The method and how long its networks were trained, for a caption.
    var caption: String {
        "\(label) (\(trained.map { Self.words($0.network, $0.checkpoint) }.list))"
    }

    /// A network and how long it was trained.
    static func words(_ network: NetworkSettings, _ checkpoint: CheckpointRecord) -> String {
        "\(network.name) after \(checkpoint.epoch.counted("epoch"))"
    }
}
