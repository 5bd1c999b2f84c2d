import Study
import StudyStore

/// Which kept checkpoints stand for a method under a condition.
struct CheckpointChoice {
    private let study: OpenStudy

    /// The choice in `study`.
    init(_ study: OpenStudy) {
        self.study = study
    }

    /// The checkpoints of the method's networks, in the order of its chain; one that needs no training has none.
    ///
    /// They are the last ones, but the first network of a chain is taken at the condition's epochs where it names some.
    /// Under a condition of equal time the first network of every method other than the matched one is taken where the
    /// chain's training time is nearest to that one's total; a tie goes to the earlier.
    ///
    /// - Throws: ``Failure`` where a network has no checkpoint yet, or none of the condition's epochs.
    func checkpoints(of method: Method, under condition: Condition) throws -> [CheckpointRecord] {
        let networks = trained(method)
        guard let first = networks.first else { return [] }
        let rest = try networks.dropFirst().map(last)
        if let epochs = condition.epochs { return [try checkpoint(of: first, at: epochs, under: condition)] + rest }
        let chain = [try last(first)] + rest
        guard let name = condition.matchTimeOf, name != method.name, let matched = study.study.method(named: name)
        else { return chain }
        let target = try trained(matched).map(last).reduce(0) { $0 + $1.seconds }
        let seconds = rest.reduce(0) { $0 + $1.seconds }
        guard let nearest = try study.store.checkpoint(of: chain[0].run, nearestTo: target - seconds) else {
            return chain
        }
        return [nearest] + rest
    }

    /// The checkpoints of the method's networks, in the order of its chain: the last ones, but of the first network the one
    /// of `epochs` where given.
    ///
    /// - Throws: ``Failure`` where a network has no checkpoint yet, or none of these epochs.
    func checkpoints(of method: Method, at epochs: Int?) throws -> [CheckpointRecord] {
        let networks = trained(method)
        let last = try networks.map(last)
        guard let epochs, let run = try networks.first.flatMap(study.store.currentRun(of:)) else { return last }
        return [try study.checkpoint(of: run, at: epochs)] + last.dropFirst()
    }

    /// The checkpoint of a network's current run at `epochs`.
    private func checkpoint(of network: String, at epochs: Int, under condition: Condition) throws -> CheckpointRecord {
        let kept = try study.store.currentRun(of: network).map { try study.store.checkpoints(of: $0.id) } ?? []
        if let found = kept.first(where: { $0.epoch == epochs }) { return found }
        throw Failure(
            .noInput,
            """
            condition “\(condition.name)” takes networks at \(epochs.counted("epoch")), and “\(network)” has no checkpoint of \
            these: \(kept.isEmpty ? "none is kept" : "kept are \(kept.map { String($0.epoch) }.list)"). Train it so \
            far with checkpoint_every a divisor of \(epochs), or change the condition's epochs.
            """)
    }

    /// The networks of the method's chain that are trained, in its order. Its first always is.
    private func trained(_ method: Method) -> [String] {
        method.chain.filter { study.study.network(named: $0)?.architecture.isTrained != false }
    }

    /// The last checkpoint of a network's current run.
    private func last(_ network: String) throws -> CheckpointRecord {
        guard let run = try study.store.currentRun(of: network),
            let checkpoint = try study.store.checkpoints(of: run.id).last
        else {
            throw Failure(.noInput, "network “\(network)” has no checkpoint yet; train it with `dotchi train`.")
        }
        return checkpoint
    }
}
