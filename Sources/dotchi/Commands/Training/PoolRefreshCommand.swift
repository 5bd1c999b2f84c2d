import ArgumentParser
import Study

/// `dotchi pool refresh`: the batch job.
struct PoolRefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Make a new generation of each stale pool, published whole or not at all.",
        discussion: """
            A pool is stale when its checkpoints, its seed or its number of images changed. Earlier generations stay, \
            and so do the plans that show them. One command at a time fills a pool: a second one ends with status 75, or \
            waits with --wait.
            """)

    @OptionGroup var options: StudyOptions

    @Option(help: "Only the pools of this method.")
    var method: String?

    @Option(help: "Only the pools of this condition.")
    var condition: String?

    @Option(parsing: .unconditional, help: "Images in a pool, instead of those of study.yaml.", transform: Number.whole)
    var images: Int?

    @Option(
        parsing: .unconditional,
        help: "Seed of the latent vectors, instead of that of study.yaml: a whole number from 0 up.",
        transform: Number.seed)
    var seed: UInt64?

    @Option(help: "Where to compute: cpu or cuda.")
    var device: TrainingDevice = .cpu

    @OptionGroup var wait: WaitOption

    func validate() throws {
        try check("--images", images, in: PoolSettings.Limits.images)
    }

    func run() async throws {
        let study = try OpenStudy(options)
        let generated = try study.study.pools(method: method, condition: condition).filter {
            study.study.method(named: $0.method)?.chain.isEmpty == false
        }
        guard !generated.isEmpty else {
            throw Failure(
                .usage,
                "no pool to make: the chosen methods have no networks; bring images in with `dotchi pool import`.")
        }
        var settings = study.study.pools
        if let images { settings.images = images }
        if let seed { settings.seed = seed }
        Interruption.listen()
        let locks = try study.locks(for: generated.map(Work.pool), waiting: wait.isWaiting)
        defer { withExtendedLifetime(locks) {} }
        let outcome = try await PoolRefresh(study, device: device.found()).run(generated, settings: settings)
        for pool in outcome.fresh { Console.say("\(pool.name): fresh") }
        for generation in outcome.made {
            try Console.data("\(generation.pool.name)@\(generation.number)\t\(generation.count)")
        }
    }
}

extension Study {
    /// The pools of the study's conditions, all or those of a method and a condition.
    ///
    /// - Throws: ``Failure`` where there is no such method or condition, or the two do not meet.
    func pools(method: String?, condition: String?) throws -> [PoolKey] {
        if let method { _ = try self.method(asked: method) }
        if let condition, self.condition(named: condition) == nil {
            throw Failure(.usage, "study.yaml has no condition “\(condition)”; it has \(conditions.map(\.name).list).")
        }
        let pools = conditions.flatMap(\.pools).filter {
            (method == nil || $0.method == method) && (condition == nil || $0.condition == condition)
        }
        guard !pools.isEmpty else {
            throw Failure(.usage, "no condition of study.yaml takes that method; see its block `conditions`.")
        }
        return pools
    }
}
