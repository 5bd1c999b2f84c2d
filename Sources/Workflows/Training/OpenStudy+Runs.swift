import Foundation
package import Study
package import StudyStore

/// What was trained, by the names that people give.
extension OpenStudy {
    /// The run called `name`: `NETWORK/NUMBER`, or the network's name for its current run.
    ///
    /// - Throws: ``Failure`` that says which runs there are.
    package func run(named name: String) throws -> RunSummary {
        let runs = try store.runs()
        let unreadable = try store.unreadableRuns()
        // Of a network alone its latest run is meant, which may be among them.
        if let latest = unreadable.last(where: { $0.name == name || $0.network == name }),
            latest.name == name || !runs.contains(where: { $0.isCurrent && $0.run.settings.name == name })
        {
            throw latest.fault
        }
        guard let found = runs.first(where: { $0.run.name == name || ($0.isCurrent && $0.run.settings.name == name) })
        else { throw Failure(.noInput, absence(of: name, among: runs)) }
        return found
    }

    /// All runs that can be read; of the others it is said that they are left out.
    package func readableRuns() throws -> [RunSummary] {
        let runs = try store.runs()
        for run in try store.unreadableRuns() { reporter.note("left out is run \(run.name): \(run.fault).") }
        return runs
    }

    /// It was not trained yet, or no network is called that.
    private func absence(of name: String, among runs: [RunSummary]) -> String {
        if let network = study.network(named: name) {
            guard network.architecture.isTrained else {
                return
                    "network \(name) is of kind \(network.architecture.kind.rawValue): it needs no training and has no "
                    + "runs."
            }
            return "network \(name) was not trained yet; `dotchi train --network \(name)` begins."
        }
        let trained = runs.isEmpty ? "nothing was trained yet" : "the runs are \(runs.map(\.run.name).list)"
        let planned =
            study.networks.isEmpty
            ? "study.yaml has no networks" : "the networks of study.yaml are \(study.networks.map(\.name).list)"
        return "there is no run “\(name)”: \(trained), and \(planned)."
    }

    /// The checkpoint of a run at `epoch`, else its last one.
    ///
    /// - Throws: ``Failure`` where it has none of that epoch, or none yet.
    func checkpoint(of run: RunRecord, at epoch: Int?) throws -> CheckpointRecord {
        guard let epoch else { return try lastCheckpoint(of: run) }
        let kept = try store.checkpoints(of: run.id)
        guard let found = kept.first(where: { $0.epoch == epoch }) else {
            throw Failure(
                .noInput,
                "run \(run.name) has no checkpoint of \(epoch.counted("epoch")); "
                    + (kept.isEmpty ? "it has none yet." : "kept are \(kept.map { String($0.epoch) }.list)."))
        }
        return found
    }

    /// The last checkpoint of a run.
    ///
    /// - Throws: ``Failure`` where it has none yet.
    package func lastCheckpoint(of run: RunRecord) throws -> CheckpointRecord {
        guard let last = try store.checkpoints(of: run.id).last else {
            throw Failure(.noInput, "run \(run.name) has no checkpoint yet; `dotchi train` makes them.")
        }
        return last
    }
}
