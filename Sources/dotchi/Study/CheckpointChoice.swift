import Study
import StudyStore

/// Which kept checkpoints stand for a method under a condition.
struct CheckpointChoice {
    private let study: OpenStudy

    /// The choice in `study`.
    init(_ study: OpenStudy) {
        self.study = study
    }

    /// The checkpoints of the method's networks, in the order of its chain.
    ///
    /// They are the last ones, but under a condition of equal time the first network of every method other than the
    /// matched one is taken where the chain's training time is nearest to that one's total; a tie goes to the earlier.
    ///
    /// - Throws: ``Failure`` where a network has no checkpoint yet.
    func checkpoints(of method: Method, under condition: Condition) throws -> [CheckpointRecord] {
        var chain = try method.chain.map(last)
        guard let name = condition.matchTimeOf, name != method.name, let matched = study.study.method(named: name),
            !chain.isEmpty
        else { return chain }
        let target = try matched.chain.map(last).reduce(0) { $0 + $1.seconds }
        let rest = chain.dropFirst().reduce(0) { $0 + $1.seconds }
        if let nearest = try study.store.checkpoint(of: chain[0].run, nearestTo: target - rest) { chain[0] = nearest }
        return chain
    }

    /// The last checkpoint of a network's current run.
    private func last(_ network: String) throws -> CheckpointRecord {
        guard let run = try study.store.currentRun(of: network),
            let checkpoint = try study.store.checkpoints(of: run.id).last
        else {
            throw Failure(.noInput, "network “\(network)” has no checkpoint yet; train it with `dotchi train`.")
        }
        if let planned = study.study.network(named: network)?.epochs, checkpoint.epoch < planned {
            Console.say(
                "note: \(network) is at epoch \(checkpoint.epoch) of the \(planned) planned; `dotchi train` goes on with it."
            )
        }
        return checkpoint
    }
}
