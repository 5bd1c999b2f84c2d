package import Reports
import Study
package import StudyStore
import Training

/// What a person should know of pools before people are asked: those that are stale, networks that are not as study.yaml
/// has them, epochs that differ where a condition says that they do not.
package struct PoolRemarks {
    private let study: OpenStudy

    /// What can be said of the pools of `study`.
    package init(_ study: OpenStudy) {
        self.study = study
    }

    /// Whether a pool's images are those that would be made now.
    package enum State: String, Sendable, CaseIterable {
        /// They are.
        case fresh
        /// `dotchi pool refresh` would make others.
        case stale
        /// Brought in, so that nothing here makes them.
        case imported
        /// A network of the pool was changed in study.yaml after it was trained.
        case changedNetwork = "changed network"
        /// study.yaml has no such pool any more.
        case unplanned = "not in study.yaml"
        /// Ruined copies of another pool's images, for catch trials.
        case forCatchTrials = "for catch trials"
        /// What study.sqlite has of it, or of the runs of its networks, is not what was recorded.
        case damaged

        /// Its text, in English the raw value.
        package var key: ReportTexts.ListKey {
            switch self {
            case .fresh: .fresh
            case .stale: .stale
            case .imported: .imported
            case .changedNetwork: .changedNetwork
            case .unplanned: .unplanned
            case .forCatchTrials: .forCatchTrials
            case .damaged: .damaged
            }
        }
    }

    /// What the images of a generation are to the study as it stands.
    package func state(of record: GenerationRecord) throws -> State {
        if try damage(of: record) != nil { return .damaged }
        do {
            return try intactState(of: record)
        } catch StudyStoreError.unreadableRow {
            // Of a run; it stands among the remarks.
            return .damaged
        }
    }

    /// What is wrong with what study.sqlite has of a generation; nil where it is what was published.
    package func damage(of record: GenerationRecord) throws -> String? {
        do {
            try study.store.compare(record.generation)
            return record.fault.map { "\($0)" }
        } catch let fault as StudyStoreError {
            switch fault {
            case .damagedGeneration(_, let name, let why):
                return "\(name) is damaged: \(why). `dotchi doctor` says what to do"
            case .notFound(let what):
                return
                    "\(what), by these names: what study.sqlite has of it is damaged. `dotchi doctor` says what to do"
            default: throw fault
            }
        }
    }

    private func intactState(of record: GenerationRecord) throws -> State {
        if record.generation.pool.isRuined { return .forCatchTrials }
        guard let (method, _) = planned(record.generation.pool) else { return .unplanned }
        guard record.recipe != nil, !method.chain.isEmpty else { return .imported }
        if try method.chain.contains(where: { try change(of: $0) != nil }) { return .changedNetwork }
        return try staleness(of: record) == nil ? .fresh : .stale
    }

    /// All remarks on the current pools of the study, a sentence or two each.
    ///
    /// - Parameter withDamage: whether damaged ones are named, which `dotchi doctor` does by itself.
    package func all(withDamage: Bool = true) throws -> [String] {
        let pools = study.study.conditions.flatMap(\.pools)
        let all = try study.store.currentGenerations()
        let damaged = try all.compactMap { record in try damage(of: record).map { (record, "\($0).") } }
        let records = all.filter { record in
            pools.contains(record.generation.pool) && !damaged.contains { $0.0 == record }
        }
        let stale = try records.compactMap { record in
            do {
                return try staleness(of: record).map { "pool \(record.generation.pool.name) is stale: \($0)" }
            } catch StudyStoreError.unreadableRow {
                return nil
            }
        }
        let unequal = study.study.conditions.compactMap { condition in
            unequalEpochs(condition, records.filter { $0.generation.pool.condition == condition.name })
        }
        return try (withDamage ? damaged.map(\.1) : [])
            + remarks(onNetworksOf: records.filter { $0.recipe != nil }.map(\.generation.pool))
            + stale + unequal
    }

    /// Remarks on the networks that make the images of `pools`: changed since they were trained, or not trained to the end.
    func remarks(onNetworksOf pools: [PoolKey]) throws -> [String] {
        let chains = Set(pools.compactMap { study.study.method(named: $0.method)?.chain }.joined())
        return try study.study.networks.map(\.name).filter(chains.contains).compactMap { network in
            do {
                _ = try study.store.currentRun(of: network)
            } catch let fault as StudyStoreError {
                guard case .unreadableRow = fault else { throw fault }
                return "network \(network): \(fault). Nobody can tell whether its images are fresh."
            }
            if let change = try change(of: network) {
                return """
                    network \(network) is not trained as study.yaml has it: \(change). Images are those of the \
                    earlier one. Set it back, or give the changed one a name of its own and train it.
                    """
            }
            return try unfinished(network)
        }
    }

    /// The method and condition of a pool, where study.yaml has them.
    private func planned(_ pool: PoolKey) -> (Method, Condition)? {
        guard let method = study.study.method(named: pool.method),
            let condition = study.study.condition(named: pool.condition), condition.methods.contains(method.name)
        else { return nil }
        return (method, condition)
    }

    /// Why `dotchi pool refresh` would make other images; nil where it would not.
    private func staleness(of record: GenerationRecord) throws -> String? {
        guard let recipe = record.recipe, let (method, condition) = planned(record.generation.pool),
            !method.chain.isEmpty
        else { return nil }
        let wanted: PoolRecipe
        do {
            wanted = try PoolJob(method, under: condition, in: study).recipe(study.study.pools)
        } catch let failure as Failure {
            return failure.description
        }
        var reasons: [String] = []
        if recipe.checkpoints != wanted.checkpoints { reasons.append("its networks have other checkpoints since") }
        if recipe.bicubic != wanted.bicubic { reasons.append("its bicubic enlargement is another since") }
        if recipe.seed != wanted.seed { reasons.append("its seed is \(recipe.seed), in study.yaml \(wanted.seed)") }
        if recipe.images != wanted.images {
            reasons.append("it has \(recipe.images.counted("image")), in study.yaml \(wanted.images)")
        }
        return reasons.isEmpty
            ? nil : "\(reasons.joined(separator: "; ")). `dotchi pool refresh` makes its images again."
    }

    /// What of a network's settings or photographs is another than when it was trained: `width was 4 and is 5`.
    private func change(of network: String) throws -> String? {
        guard let run = try study.store.currentRun(of: network), let now = study.study.network(named: network) else {
            return nil
        }
        if run.isShipped {
            // How it was trained elsewhere is no business of study.yaml.
            return now.architecture.difference(from: run.settings.architecture).map {
                "\($0.key) was \($0.other) and is \($0.value) now"
            }
        }
        let changes = now.changes(since: run.settings)
        if !changes.isEmpty {
            return changes.map { "\($0.key) was \($0.old) and is \($0.new) now" }.joined(separator: "; ")
        }
        guard let dataset = run.dataset, let current = try study.store.currentDataset()?.id else { return nil }
        return dataset == current ? nil : "other photographs were added since"
    }

    private func unfinished(_ network: String) throws -> String? {
        guard let run = try study.store.currentRun(of: network), run.budget == nil, !run.isShipped,
            let planned = study.study.network(named: network)?.epochs,
            let epoch = try study.store.checkpoints(of: run.id).last?.epoch, epoch < planned
        else { return nil }
        return "\(network) is at epoch \(epoch) of the \(planned) planned; `dotchi train` goes on with it."
    }

    private func unequalEpochs(_ condition: Condition, _ records: [GenerationRecord]) -> String? {
        guard Condition.epochsDiffer(under: condition.name, records.map(\.epochs)) else { return nil }
        let epochs = records.filter { !$0.epochs.isEmpty }.map { record in
            "\(record.generation.pool.method) \(record.epochs.map(String.init).list)"
        }
        return """
            the iterations of condition \(condition.name) are not equal: \(epochs.joined(separator: "; ")) epochs. Every \
            table will say so; `dotchi train` and `dotchi pool refresh` bring the shorter one further.
            """
    }
}
