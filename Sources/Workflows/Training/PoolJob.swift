import Study
import StudyStore

/// What the images of a pool would be made of now.
struct PoolJob: Sendable {
    /// The pool.
    let pool: PoolKey
    /// The kept checkpoints, in the order of the chain.
    let checkpoints: [CheckpointRecord]
    /// The networks that need no training, by their places in the chain.
    let untrained: [Int: NetworkSettings]

    /// The job for a pool of a method under a condition of `study`.
    ///
    /// - Throws: ``Failure`` where a checkpoint is not there.
    init(_ method: Method, under condition: Condition, in study: OpenStudy) throws {
        pool = PoolKey(method: method.name, condition: condition.name)
        checkpoints = try CheckpointChoice(study).checkpoints(of: method, under: condition)
        untrained = study.study.untrained(in: method)
    }

    /// Sides in pixels after the enlargements that need no training, by their places in the chain.
    var bicubic: [Int: Int] { untrained.mapValues(\.architecture.outputSize) }

    /// What decides which images they are.
    func recipe(_ settings: PoolSettings) -> PoolRecipe {
        PoolRecipe(
            checkpoints: checkpoints.map(\.sha256), bicubic: bicubic, seed: settings.seed, images: settings.images)
    }
}

extension Study {
    /// The networks of a method that need no training, by their places in its chain.
    func untrained(in method: Method) -> [Int: NetworkSettings] {
        let places = method.chain.enumerated().compactMap { place, name in
            network(named: name).flatMap { $0.architecture.isTrained ? nil : (place, $0) }
        }
        return Dictionary(uniqueKeysWithValues: places)
    }
}
